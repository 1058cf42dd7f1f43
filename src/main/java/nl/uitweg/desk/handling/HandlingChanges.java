package nl.uitweg.desk.handling;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.colleague.Colleagues;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.indexing.Facets;

/**
 * Stores changes to the handling of a report, with one audit event for each kind of change. The
 * audit trail does not record which labels changed, because labels reveal something about what was
 * reported; in the database they are blind indexes.
 */
@Singleton
class HandlingChanges {

  private final Reports reports;
  private final Facets facets;
  private final AuditTrail audit;
  private final Colleagues colleagues;

  HandlingChanges(Reports reports, Facets facets, AuditTrail audit, Colleagues colleagues) {
    this.reports = reports;
    this.facets = facets;
    this.audit = audit;
    this.colleagues = colleagues;
  }

  /** The handling of a report; empty until the report has been indexed. */
  Optional<Handling> handling(Report report) {
    return reports.handling(report);
  }

  /**
   * Whether a report may be assigned to this name: it is empty, the name of this officer, or that
   * of a colleague who may open the report.
   */
  boolean isAssignable(String name, Report report, Officer officer) {
    return name.isEmpty() || name.equals(officer.name()) || colleagues.of(report).contains(name);
  }

  void apply(
      Report report,
      Handling handling,
      HandlingValues stored,
      HandlingValues requested,
      Officer officer) {
    if (requested.equals(stored)) {
      audit.nothingToRecord();
    }
    if (!requested.assignee().equals(stored.assignee())) {
      boolean nobody = requested.assignee().isEmpty();
      handling.assign(nobody ? null : requested.assignee());
      record(officer, AuditAction.ASSIGN, report, nobody ? "-" : requested.assignee());
    }
    if (requested.urgency() != stored.urgency()) {
      reports.setUrgency(report, requested.urgency());
      record(
          officer,
          AuditAction.URGENCY,
          report,
          requested.urgency().name().toLowerCase(Locale.ROOT));
    }
    if (!requested.labels().equals(stored.labels())) {
      changeLabels(report, stored.labels(), requested.labels());
      record(officer, AuditAction.LABEL, report, "");
    }
  }

  private void changeLabels(Report report, List<String> stored, List<String> requested) {
    requested.stream()
        .filter(label -> !stored.contains(label))
        .forEach(label -> facets.add(report.id(), Facets.LABEL, label));
    stored.stream()
        .filter(label -> !requested.contains(label))
        .forEach(label -> facets.remove(report.id(), Facets.LABEL, label));
  }

  private void record(Officer officer, AuditAction action, Report report, String reason) {
    audit.add(AuditEntry.done(officer.name(), action, AuditObject.report(report.id()), reason));
  }
}
