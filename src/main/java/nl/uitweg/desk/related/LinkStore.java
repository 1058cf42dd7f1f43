package nl.uitweg.desk.related;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.uitweg.desk.address.Certainty;
import org.jspecify.annotations.Nullable;

/**
 * Finds reports that share a trace, and stores which of them are about different cases, in the
 * caller's transaction. A trace is given as its blind index in hexadecimal, which does not reveal
 * it.
 */
@Singleton
class LinkStore {

  private static final String NO_REPORT = "00000000-0000-0000-0000-000000000000";

  /** Parameters: indexes, certainties, report, since, limit. */
  static final String RELATED =
      """
      with lookup as materialized (
        select decode(given.value, 'hex') as value, cast(given.certainty as int) as certainty
        from unnest(string_to_array(:indexes, ','), string_to_array(:certainties, ','))
          as given (value, certainty)
      ), hit as (
        select f.report_id, l.certainty from lookup l join facet f on f.value = l.value
        union all
        select f.report_id, l.certainty from lookup l join similar_facet f on f.value = l.value
      ), surest as (
        select report_id, min(certainty) as certainty from hit group by report_id
      ), numbered as (
        select s.id, s.received_on, surest.certainty,
               row_number() over (partition by surest.certainty order by s.received_on desc, s.id) as place
        from surest join report s on s.id = surest.report_id
        where s.id <> cast(:report as uuid)
          and s.received_on >= :since
          and s.state not in ('SPAM', 'WITHDRAWN')
      )
      select n.id, n.received_on,
             case when o.dossier_id = m.dossier_id then true
                  when d.report_id is not null then false end as confirmed,
             n.certainty
      from numbered n
      left join dossier_report o on o.report_id = n.id
      left join dossier_report m on m.report_id = cast(:report as uuid)
      left join link_decision d
        on d.report_id = least(n.id, cast(:report as uuid))
        and d.other_id = greatest(n.id, cast(:report as uuid))
      where n.place <= :limit
      order by n.certainty, n.place""";

  private final EntityManager database;

  LinkStore(EntityManager database) {
    this.database = database;
  }

  /**
   * One row of {@link #related}, in the order of its columns.
   *
   * @param confirmed whether the reports are in one dossier; null when nobody has decided
   */
  private record RelatedRow(
      UUID id, LocalDate receivedOn, @Nullable Boolean confirmed, int certainty) {

    RelatedReport toReport() {
      LinkDecision decision =
          confirmed == null
              ? LinkDecision.OPEN
              : confirmed ? LinkDecision.CONFIRMED : LinkDecision.REJECTED;
      return new RelatedReport(id, receivedOn, decision, Certainty.ofRank(certainty));
    }
  }

  /**
   * Other reports with a trace that the transaction may see, the surest first and then the newest,
   * without spam and withdrawn reports. Reads the indexes on values only, so the time depends on
   * how many reports have the trace and not on how many there are.
   *
   * @param report the report that is left out; empty when there is none
   * @param lookups blind indexes in hexadecimal, with how sure a report with it has the trace
   * @param since the earliest day of receipt
   * @param limit maximum number of reports for each certainty
   */
  List<RelatedReport> related(
      Optional<UUID> report, Map<String, Certainty> lookups, LocalDate since, int limit) {
    List<?> rows =
        database
            .createNativeQuery(RELATED, RelatedRow.class)
            .setParameter("indexes", String.join(",", lookups.keySet()))
            .setParameter(
                "certainties",
                lookups.values().stream()
                    .map(certainty -> Integer.toString(certainty.rank()))
                    .collect(Collectors.joining(",")))
            .setParameter("report", report.map(UUID::toString).orElse(NO_REPORT))
            .setParameter("since", since)
            .setParameter("limit", limit)
            .getResultList();
    return rows.stream().map(row -> ((RelatedRow) row).toReport()).toList();
  }

  /** Stores that two reports are about different cases; replaces an earlier decision. */
  void reject(UUID report, UUID other, String officer, Instant at) {
    database
        .createNativeQuery(
            """
            insert into link_decision (report_id, other_id, decided_by, decided_at)
            values (least(cast(:report as uuid), cast(:other as uuid)),
                    greatest(cast(:report as uuid), cast(:other as uuid)),
                    :officer, :at)
            on conflict (report_id, other_id) do update
              set decided_by = excluded.decided_by, decided_at = excluded.decided_at""")
        .setParameter("report", report)
        .setParameter("other", other)
        .setParameter("officer", officer)
        .setParameter("at", at)
        .executeUpdate();
  }

  /** Deletes what {@link #reject} stored. */
  void forgetRejection(UUID report, UUID other) {
    database
        .createNativeQuery(
            """
            delete from link_decision
            where report_id = least(cast(:report as uuid), cast(:other as uuid))
              and other_id = greatest(cast(:report as uuid), cast(:other as uuid))""")
        .setParameter("report", report)
        .setParameter("other", other)
        .executeUpdate();
  }
}
