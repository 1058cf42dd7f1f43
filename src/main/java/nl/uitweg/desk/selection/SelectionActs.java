package nl.uitweg.desk.selection;

import jakarta.inject.Singleton;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Labels;
import nl.uitweg.desk.colleague.Colleagues;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.indexing.Facets;
import nl.uitweg.report.indexing.Outcomes;

/**
 * Does one act with one report, under the same rules as in the case file, and records it. An act
 * that is not possible changes nothing.
 */
@Singleton
class SelectionActs {

  private final Reports reports;
  private final Outcomes outcomes;
  private final Facets facets;
  private final Labels labels;
  private final Colleagues colleagues;
  private final AuditTrail audit;

  SelectionActs(
      Reports reports,
      Outcomes outcomes,
      Facets facets,
      Labels labels,
      Colleagues colleagues,
      AuditTrail audit) {
    this.reports = reports;
    this.outcomes = outcomes;
    this.facets = facets;
    this.labels = labels;
    this.colleagues = colleagues;
    this.audit = audit;
  }

  /**
   * Does an act with a report that a municipality of the officer has taken.
   *
   * @param act name of the act, as in the form
   * @param value user name, label or outcome; empty for {@code take}
   * @return whether the report was changed
   */
  boolean apply(String act, String value, Report report, Officer officer) {
    Optional<Handling> handling = reports.handling(report);
    if (report.municipality().isEmpty() || handling.isEmpty()) {
      return false;
    }
    return switch (act) {
      case "take" -> take(report, officer);
      case "assign" -> assign(value, report, handling.get(), officer);
      case "label" -> label(value, report, officer);
      case "close" -> close(value, report, officer);
      default -> false;
    };
  }

  private boolean take(Report report, Officer officer) {
    if (!reports.canBeTakenBy(report, officer.name())) {
      return false;
    }
    record(officer, AuditAction.TAKE, report, report.municipality().orElseThrow());
    if (reports.takeUp(report, officer.name())) {
      record(officer, AuditAction.STATE, report, report.state().key());
    }
    return true;
  }

  private boolean assign(String name, Report report, Handling handling, Officer officer) {
    if (report.state().isClosed()
        || handling.assignedTo().equals(Optional.of(name))
        || !(name.equals(officer.name()) || colleagues.of(report).contains(name))) {
      return false;
    }
    handling.assign(name);
    record(officer, AuditAction.ASSIGN, report, name);
    return true;
  }

  private boolean label(String label, Report report, Officer officer) {
    if (!labels.keys().contains(label)) {
      return false;
    }
    facets.add(report.id(), Facets.LABEL, label);
    record(officer, AuditAction.LABEL, report, "");
    return true;
  }

  private boolean close(String outcome, Report report, Officer officer) {
    if (!Outcomes.ALL.contains(outcome) || !report.canChangeTo(ReportState.CLOSED)) {
      return false;
    }
    reports.changeState(report, ReportState.CLOSED);
    outcomes.replace(report, outcome);
    record(officer, AuditAction.STATE, report, ReportState.CLOSED.key());
    return true;
  }

  private void record(Officer officer, AuditAction action, Report report, String reason) {
    audit.add(AuditEntry.done(officer.name(), action, AuditObject.report(report.id()), reason));
  }
}
