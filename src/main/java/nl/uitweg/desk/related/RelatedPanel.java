package nl.uitweg.desk.related;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.CaseFilePanel;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportContent;

/** The panel of the case file with the other reports that share a trace with this one. */
@Singleton
class RelatedPanel implements CaseFilePanel {

  private static final int ORDER = 20;

  private final RelatedReports relatedReports;
  private final ReportTexts reportTexts;
  private final Reports reports;
  private final AuditTrail audit;

  RelatedPanel(
      RelatedReports relatedReports, ReportTexts reportTexts, Reports reports, AuditTrail audit) {
    this.reports = reports;
    this.audit = audit;
    this.relatedReports = relatedReports;
    this.reportTexts = reportTexts;
  }

  @CheckedTemplate(basePath = "desk/related")
  static class Templates {
    static native TemplateInstance panel(Desk desk, String path, List<SharedTrace> sharedTraces);
  }

  /**
   * @param summary text that says how many reports share the trace
   * @param otherMunicipalities text that names the municipalities to contact that also have a
   *     report with the trace; empty when there are none
   */
  record SharedTrace(String trace, String summary, List<Row> rows, String otherMunicipalities) {}

  /**
   * Another report with the trace; {@code decision} is the decision as text, empty while there is
   * none.
   */
  record Row(String id, String href, String day, String decision) {}

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public TemplateInstance html(
      Report report, Optional<ReportContent> content, Officer officer, Desk desk) {
    List<SharedTrace> sharedTraces =
        content
            .map(answers -> Traces.of(answers, messages(report, officer)))
            .orElse(List.of())
            .stream()
            .map(trace -> sharedTrace(report.id(), trace, desk.texts()))
            .filter(shared -> !shared.rows().isEmpty() || !shared.otherMunicipalities().isEmpty())
            .toList();
    if (sharedTraces.stream().anyMatch(shared -> !shared.otherMunicipalities().isEmpty())) {
      // An officer could find out what others hold by planting reports; the audit then shows it.
      AuditObject object = AuditObject.report(report.id());
      audit.add(AuditEntry.done(officer.name(), AuditAction.ELSEWHERE, object));
    }
    return Templates.panel(desk, "/backoffice/reports/" + report.id() + "/links", sharedTraces);
  }

  private Collection<String> messages(Report report, Officer officer) {
    try {
      return reports.reporterTexts(report, officer.municipalities()).values();
    } catch (UnsealException | IllegalStateException e) {
      return List.of(); // the case file itself shows that they are unreadable
    }
  }

  private SharedTrace sharedTrace(UUID report, Trace trace, Texts texts) {
    List<Row> rows =
        relatedReports.withSameTrace(report, trace).stream().map(link -> row(link, texts)).toList();
    String municipalities =
        relatedReports.otherMunicipalitiesWith(trace).stream()
            .map(id -> reportTexts.municipalityName(id, texts))
            .collect(Collectors.joining(", "));
    return new SharedTrace(
        trace.original(),
        texts.get("related." + trace.kind().key(), rows.size()),
        rows,
        municipalities.isEmpty() ? "" : texts.get("related.elsewhere", municipalities));
  }

  private static Row row(RelatedReports.Link link, Texts texts) {
    return new Row(
        link.other().toString(),
        "/backoffice/reports/" + link.other(),
        Dates.day(link.receivedOn(), texts.language()),
        link.decision().equals("open") ? "" : texts.get("related." + link.decision()));
  }
}
