package nl.uitweg.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores and finds the handling of reports, in the caller's transaction. */
@ApplicationScoped
class HandlingStore implements PanacheRepositoryBase<Handling, UUID> {

  /** The handling of the reports with these ids, in no particular order. */
  List<Handling> findAll(Collection<UUID> reportIds) {
    return list("reportId in ?1", reportIds);
  }

  /** The report with this number; empty when the caller may see no such report. */
  Optional<UUID> findReport(ReportNumber number) {
    return find("number", number.value()).firstResultOptional().map(Handling::reportId);
  }

  /**
   * Records the first reading, unless an earlier one is recorded. The version stays as it is, so
   * that colleagues who open a report together do not disturb each other.
   */
  void markRead(UUID report, Instant at) {
    update("firstReadAt = ?1 where reportId = ?2 and firstReadAt is null", at, report);
  }

  /** Creates the handling of a report; has no effect when it exists. */
  void createIfMissing(UUID report) {
    getEntityManager()
        .createNativeQuery(
            "insert into handling (report_id) values (:report) on conflict (report_id) do nothing")
        .setParameter("report", report)
        .executeUpdate();
  }
}
