package nl.uitweg.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * The days on which the mail about the agenda was queued (table {@code agenda_mail}), and how much
 * is due (table {@code agenda_item}), in the caller's transaction.
 */
@ApplicationScoped
class AgendaMailStore {

  private final Session session;

  AgendaMailStore(Session session) {
    this.session = session;
  }

  /**
   * Claims the mail of a day for this transaction. When another replica has claimed it and not
   * committed yet, waits for that transaction to end.
   *
   * @return whether nobody had claimed it
   */
  boolean claim(LocalDate day) {
    return session
            .createNativeMutationQuery(
                "insert into agenda_mail (day) values (:day) on conflict do nothing")
            .setParameter("day", day)
            .executeUpdate()
        > 0;
  }

  /** Municipality → the number of items that should have been done by this day. */
  Map<String, Long> countDue(LocalDate day) {
    return session
        .createNativeQuery(
            """
            select r.municipality, count(*) as items
            from agenda_item i join report r on r.id = i.report_id
            where i.done_at is null and i.day <= :day and r.municipality is not null
            group by r.municipality""",
            Tuple.class)
        .setParameter("day", day)
        .getResultList()
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.get("municipality", String.class), row -> row.get("items", Long.class)));
  }
}
