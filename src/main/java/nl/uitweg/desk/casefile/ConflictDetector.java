package nl.uitweg.desk.casefile;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.audit.AuditSearch;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import org.jspecify.annotations.Nullable;

/** Finds what others did to a report since an officer opened it. */
@Singleton
class ConflictDetector {

  private final AuditSearch audit;
  private final Reports reports;

  ConflictDetector(AuditSearch audit, Reports reports) {
    this.audit = audit;
    this.reports = reports;
  }

  /**
   * The version of a case file that a page shows.
   *
   * @param lastEvent position in the audit trail of the last event about the report
   */
  CaseFileVersion version(Report report, long lastEvent) {
    return new CaseFileVersion(
        lastEvent, reports.countReporterMessages(report), report.state().key());
  }

  /**
   * The conflict to show; empty when nobody else changed the report, or when the form does not
   * carry a version. The caller must have locked the report.
   */
  Optional<Problem> findSince(
      @Nullable String seenVersion, Report report, Officer officer, Texts texts) {
    return CaseFileVersion.parse(seenVersion)
        .map(seen -> changes(seen, report, officer, texts))
        .filter(changes -> !changes.isEmpty())
        .map(changes -> new Problem(texts.get("replies.conflict"), changes, "", ""));
  }

  private List<String> changes(CaseFileVersion seen, Report report, Officer officer, Texts texts) {
    List<String> changes = new ArrayList<>();
    audit.about(AuditObject.report(report.id())).stream()
        .filter(event -> event.position() > seen.lastEvent())
        .filter(
            event ->
                event.result().equals(AuditResult.DONE.code())
                    && !event.actor().equals(officer.name()))
        .filter(
            event ->
                AuditAction.ofCode(event.action()).map(AuditAction::changesCaseFile).orElse(false))
        .map(event -> TimelineEvent.of(event, texts))
        .map(event -> event.actor() + ": " + event.action() + ", " + event.at())
        .forEach(changes::add);
    if (reports.countReporterMessages(report) > seen.reporterMessageCount()) {
      changes.add(texts.get("replies.conflict-answer"));
    }
    if (!report.state().key().equals(seen.state())) {
      changes.add(
          texts.get("replies.conflict-state", texts.get("desk.state." + report.state().key())));
    }
    return changes;
  }
}
