package nl.uitweg.desk.related;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.report.indexing.Facets;

/**
 * Finds reports that share a trace. The database compares blind indexes, which do not reveal the
 * trace.
 */
@ApplicationScoped
class RelatedReports {

  private static final int LOOKBACK_MONTHS = 12;
  private static final int MAX_LINKS = 20;

  private final Facets facets;
  private final EntityManager database;
  private final Clock clock;

  RelatedReports(Facets facets, EntityManager database, Clock clock) {
    this.facets = facets;
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param decision {@code confirmed}, {@code rejected}, or {@code open}
   */
  record Link(UUID other, LocalDate receivedOn, String decision) {}

  /** Other reports of the last twelve months that the officer may see, newest first, at most 20. */
  List<Link> withSameTrace(UUID report, Trace trace) {
    List<?> rows =
        database
            .createNativeQuery(
                """
            select s.id, s.received_on, case d.confirmed when true then 'confirmed'
              when false then 'rejected' else 'open' end
            from facet f
            join report s on s.id = f.report_id
            left join link_decision d
              on d.report_id = least(s.id, cast(?1 as uuid)) and d.other_id = greatest(s.id, cast(?1 as uuid))
            where f.value = decode(?2, 'hex') and s.id <> ?1 and s.received_on >= ?3
              and s.state not in ('SPAM', 'WITHDRAWN')
            order by s.received_on desc, s.id
            limit ?4""",
                Object[].class)
            .setParameter(1, report)
            .setParameter(2, facets.indexHex(trace.kind().key(), trace.value()))
            .setParameter(3, since())
            .setParameter(4, MAX_LINKS)
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(row -> new Link((UUID) row[0], toLocalDate(row[1]), (String) row[2]))
        .toList();
  }

  /**
   * The other municipalities that have a report with this trace. Nothing else about those reports
   * is revealed.
   */
  List<String> otherMunicipalitiesWith(Trace trace) {
    List<?> municipalities =
        database
            .createNativeQuery(
                "select * from portal_elsewhere(array[decode(?1, 'hex')], ?2) order by 1",
                String.class)
            .setParameter(1, facets.indexHex(trace.kind().key(), trace.value()))
            .setParameter(2, since())
            .getResultList();
    return municipalities.stream().map(String.class::cast).toList();
  }

  /** Stores whether two reports are about the same case; replaces an earlier decision. */
  void decide(UUID report, UUID other, boolean confirmed, String officer) {
    boolean inOrder = compare(report, other) < 0;
    database
        .createNativeQuery(
            """
            insert into link_decision (report_id, other_id, confirmed, decided_by, decided_at)
            values (?1, ?2, ?3, ?4, ?5)
            on conflict (report_id, other_id) do update
              set confirmed = excluded.confirmed, decided_by = excluded.decided_by, decided_at = excluded.decided_at""")
        .setParameter(1, inOrder ? report : other)
        .setParameter(2, inOrder ? other : report)
        .setParameter(3, confirmed)
        .setParameter(4, officer)
        .setParameter(5, Timestamp.from(clock.instant()))
        .executeUpdate();
  }

  /**
   * Compares as PostgreSQL orders them: by unsigned bytes. {@link UUID#compareTo} compares signed
   * numbers.
   */
  private static int compare(UUID report, UUID other) {
    return HexFormat.of()
        .formatHex(toBytes(report))
        .compareTo(HexFormat.of().formatHex(toBytes(other)));
  }

  private static byte[] toBytes(UUID id) {
    return java.nio.ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static LocalDate toLocalDate(Object value) {
    return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
  }

  private LocalDate since() {
    return DutchTime.today(clock).minusMonths(LOOKBACK_MONTHS);
  }
}
