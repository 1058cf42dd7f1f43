package nl.uitweg.desk.related;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds reports that share a trace, and stores what officers decided about them, in the caller's
 * transaction. A trace is given as its blind index in hexadecimal, which does not reveal it.
 */
@Singleton
class LinkStore {

  private final EntityManager database;

  LinkStore(EntityManager database) {
    this.database = database;
  }

  /** One row of {@link #related}, in the order of its columns. */
  private record RelatedRow(UUID id, LocalDate receivedOn, @Nullable Boolean confirmed) {

    RelatedReport toReport() {
      LinkDecision decision =
          confirmed == null
              ? LinkDecision.OPEN
              : confirmed ? LinkDecision.CONFIRMED : LinkDecision.REJECTED;
      return new RelatedReport(id, receivedOn, decision);
    }
  }

  /**
   * Other reports with this trace that the transaction may see, newest first, without spam and
   * withdrawn reports. Each query has one trace, so that PostgreSQL can choose between the index on
   * traces and the index on days of receipt by the number of reports with that trace.
   *
   * @param since the earliest day of receipt
   */
  List<RelatedReport> related(UUID report, String trace, LocalDate since, int limit) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select s.id, s.received_on, d.confirmed
                from facet f
                join report s on s.id = f.report_id
                left join link_decision d
                  on d.report_id = least(s.id, cast(:report as uuid))
                  and d.other_id = greatest(s.id, cast(:report as uuid))
                where f.value = decode(:trace, 'hex')
                  and s.id <> :report
                  and s.received_on >= :since
                  and s.state not in ('SPAM', 'WITHDRAWN')
                order by s.received_on desc, s.id
                limit :limit""",
                RelatedRow.class)
            .setParameter("trace", trace)
            .setParameter("report", report)
            .setParameter("since", since)
            .setParameter("limit", limit)
            .getResultList();
    return rows.stream().map(row -> ((RelatedRow) row).toReport()).toList();
  }

  /** Stores whether two reports are about the same case; replaces an earlier decision. */
  void decide(UUID report, UUID other, boolean confirmed, String officer, Instant at) {
    database
        .createNativeQuery(
            """
            insert into link_decision (report_id, other_id, confirmed, decided_by, decided_at)
            values (least(cast(:report as uuid), cast(:other as uuid)),
                    greatest(cast(:report as uuid), cast(:other as uuid)),
                    :confirmed, :officer, :at)
            on conflict (report_id, other_id) do update
              set confirmed = excluded.confirmed,
                  decided_by = excluded.decided_by,
                  decided_at = excluded.decided_at""")
        .setParameter("report", report)
        .setParameter("other", other)
        .setParameter("confirmed", confirmed)
        .setParameter("officer", officer)
        .setParameter("at", at)
        .executeUpdate();
  }
}
