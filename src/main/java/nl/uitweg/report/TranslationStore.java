package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Stores and finds sealed translations, in the caller's transaction. */
@ApplicationScoped
class TranslationStore {

  private final EntityManager database;

  TranslationStore(EntityManager database) {
    this.database = database;
  }

  /** The sealed translations of a report, by {@link TranslatedPart#key}. */
  Map<String, byte[]> of(UUID report) {
    Map<String, byte[]> sealed = new LinkedHashMap<>();
    for (Object row :
        database
            .createNativeQuery(
                "select part, sealed from translation where report_id = :report order by part",
                Tuple.class)
            .setParameter("report", report)
            .getResultList()) {
      Tuple columns = (Tuple) row;
      sealed.put(columns.get(0, String.class), columns.get(1, byte[].class));
    }
    return sealed;
  }

  /**
   * Stores a translation in place of the earlier one.
   *
   * @return false when it is of a message that the reporter has deleted; then nothing is stored
   */
  boolean replace(UUID report, TranslatedPart part, byte[] sealed) {
    return database
            .createNativeQuery(
                """
                insert into translation (report_id, part, message_id, sealed)
                select :report, :part, cast(nullif(:message, '') as uuid), :sealed
                 where :message = ''
                    or exists (select from message
                                where id = cast(nullif(:message, '') as uuid) and report_id = :report
                                  for key share)
                on conflict (report_id, part) do update set sealed = excluded.sealed""")
            .setParameter("report", report)
            .setParameter("part", part.key())
            .setParameter("message", part.message().map(UUID::toString).orElse(""))
            .setParameter("sealed", sealed)
            .executeUpdate()
        > 0;
  }
}
