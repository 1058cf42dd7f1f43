package nl.uitweg.desk.neighbour;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.uitweg.report.ReportNumber;
import org.jspecify.annotations.Nullable;

/**
 * The reports that are to be compared (table {@code report_to_match}) and their matches, in the
 * caller's transaction. Matches can be read and changed only through functions of the database,
 * which give each municipality its own side (migration V23).
 */
@Singleton
class MatchStore {

  private final EntityManager database;

  MatchStore(EntityManager database) {
    this.database = database;
  }

  /** A report that is to be compared, with the municipality that took it. */
  record QueuedReport(UUID id, String municipality) {}

  /** One report of a match whose state changed, and the municipality of the other report. */
  record Announcement(UUID report, String otherMunicipality, String state) {}

  /** One row of {@link #of}, in the order of its columns. */
  private record MatchRow(UUID id, UUID report, String municipality, String state, boolean agreed) {

    MunicipalityMatch toMatch() {
      return new MunicipalityMatch(id, report, municipality, MatchState.valueOf(state), agreed);
    }
  }

  /** One row of {@link #agreed}, in the order of its columns. */
  private record AgreedRow(int number, LocalDate receivedOn, String officer, String index) {}

  /** Reports that are to be compared, in no particular order. */
  List<QueuedReport> queued(int limit) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select q.report_id, r.municipality
                from report_to_match q join report r on r.id = q.report_id
                where r.municipality is not null
                order by random() limit :limit""",
                QueuedReport.class)
            .setParameter("limit", limit)
            .getResultList();
    return rows.stream().map(QueuedReport.class::cast).toList();
  }

  /** Locks a report in the queue; false when another replica has it or it is no longer there. */
  boolean lockQueued(UUID report) {
    return !database
        .createNativeQuery(
            """
            select report_id from report_to_match where report_id = :report
            for update skip locked""",
            UUID.class)
        .setParameter("report", report)
        .getResultList()
        .isEmpty();
  }

  void removeQueued(UUID report) {
    database
        .createNativeQuery("delete from report_to_match where report_id = :report")
        .setParameter("report", report)
        .executeUpdate();
  }

  /**
   * Finds the matches of a report of the caller's municipality.
   *
   * @param indexes blind indexes of its traces, in hexadecimal, the strongest first
   * @param since earliest day of receipt of both reports
   * @return whether the report was compared; false when its municipality reached the maximum number
   *     of new matches for today
   */
  boolean find(UUID report, List<String> indexes, LocalDate since) {
    Integer found =
        (Integer)
            database
                .createNativeQuery(
                    """
                    select portal_find_matches(:report, array(
                      select decode(t.value, 'hex')
                      from unnest(string_to_array(:indexes, ',')) with ordinality as t(value, position)
                      order by t.position), :since)""",
                    Integer.class)
                .setParameter("report", report)
                .setParameter("indexes", String.join(",", indexes))
                .setParameter("since", since)
                .getSingleResult();
    return found >= 0;
  }

  /**
   * The changes that the audit trail does not have yet, two for each match. A new match is shown to
   * officers from then on. The caller's transaction must include both municipalities.
   */
  List<Announcement> announce() {
    List<?> rows =
        database
            .createNativeQuery(
                "select report_id, municipality, state from portal_announce_matches()",
                Announcement.class)
            .getResultList();
    return rows.stream().map(Announcement.class::cast).toList();
  }

  /** The matches of those of the reports that the caller's municipalities have. */
  List<MunicipalityMatch> of(Collection<UUID> reports) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select match_id, report_id, municipality, state, agreed
                from portal_matches(cast(string_to_array(:reports, ',') as uuid[]))""",
                MatchRow.class)
            .setParameter(
                "reports", reports.stream().map(UUID::toString).collect(Collectors.joining(",")))
            .getResultList();
    return rows.stream().map(row -> ((MatchRow) row).toMatch()).toList();
  }

  /**
   * Stores the answer of a side.
   *
   * @return the new state; empty when nothing was changed
   */
  Optional<MatchState> answer(MunicipalityMatch match, boolean agree, String officer) {
    @Nullable Object state =
        database
            .createNativeQuery(
                "select portal_answer_match(:match, :report, :agree, :officer)", String.class)
            .setParameter("match", match.id())
            .setParameter("report", match.report())
            .setParameter("agree", agree)
            .setParameter("officer", officer)
            .getSingleResult();
    return Optional.ofNullable(state).map(name -> MatchState.valueOf((String) name));
  }

  /** What a match is about; empty unless both sides agreed. */
  Optional<AgreedMatch> agreed(MunicipalityMatch match) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select number, received_on, officer, value
                from portal_agreed_match(:match, :report)""",
                AgreedRow.class)
            .setParameter("match", match.id())
            .setParameter("report", match.report())
            .getResultList();
    return rows.stream()
        .map(AgreedRow.class::cast)
        .map(
            row ->
                new AgreedMatch(
                    new ReportNumber(row.number()), row.receivedOn(), row.officer(), row.index()))
        .findFirst();
  }

  /** Deletes the queue and the matches of the caller's municipalities. */
  void deleteAll() {
    database
        .createNativeQuery("select cast(portal_end_matching() as text)", String.class)
        .getSingleResult();
  }
}
