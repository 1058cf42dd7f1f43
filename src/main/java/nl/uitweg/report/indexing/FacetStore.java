package nl.uitweg.report.indexing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The tables {@code facet} and {@code similar_facet}: blind indexes of reports. Callers must have
 * started a transaction.
 */
@ApplicationScoped
class FacetStore {

  private final EntityManager database;

  FacetStore(EntityManager database) {
    this.database = database;
  }

  /**
   * A facet of a report.
   *
   * @param index blind index, in hexadecimal
   */
  record ReportFacet(UUID report, String index) {}

  /**
   * Adds a facet to a report; has no effect when the report already has it.
   *
   * @param trace whether reports of different municipalities may be compared by it
   */
  void add(UUID report, byte[] index, boolean trace) {
    database
        .createNativeQuery(
            """
            insert into facet (report_id, value, trace) values (:report, :index, :trace)
            on conflict (report_id, value) do update set trace = excluded.trace
              where facet.trace <> excluded.trace""")
        .setParameter("report", report)
        .setParameter("index", index)
        .setParameter("trace", trace)
        .executeUpdate();
  }

  /**
   * Adds the indexes of other spellings to a report.
   *
   * @param indexes blind indexes, in hexadecimal
   */
  void addSimilar(UUID report, Collection<String> indexes) {
    database
        .createNativeQuery(
            """
            insert into similar_facet (report_id, value)
            select :report, decode(index, 'hex')
            from unnest(string_to_array(:indexes, ',')) as given (index)
            on conflict do nothing""")
        .setParameter("report", report)
        .setParameter("indexes", String.join(",", indexes))
        .executeUpdate();
  }

  /** Adds a facet that is deleted together with the message. */
  void addFromMessage(UUID message, UUID report, byte[] index, boolean trace) {
    database
        .createNativeQuery(
            """
            insert into facet (report_id, value, message_id, trace)
            values (:report, :index, :message, :trace)
            on conflict (report_id, value) do update set trace = excluded.trace
              where facet.trace <> excluded.trace""")
        .setParameter("report", report)
        .setParameter("index", index)
        .setParameter("message", message)
        .setParameter("trace", trace)
        .executeUpdate();
  }

  void remove(UUID report, byte[] index) {
    database
        .createNativeQuery("delete from facet where report_id = :report and value = :index")
        .setParameter("report", report)
        .setParameter("index", index)
        .executeUpdate();
  }

  /** The facets of these reports that have one of these indexes, in hexadecimal. */
  List<ReportFacet> find(Collection<UUID> reports, Collection<String> indexes) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select report_id, encode(value, 'hex') as index from facet
                where report_id in (:reports) and encode(value, 'hex') in (:indexes)""",
                Tuple.class)
            .setParameter("reports", reports)
            .setParameter("indexes", indexes)
            .getResultList();
    return rows.stream()
        .map(Tuple.class::cast)
        .map(row -> new ReportFacet(row.get(0, UUID.class), row.get(1, String.class)))
        .toList();
  }
}
