package nl.uitweg.desk.related;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.CaseFilePanel;
import nl.uitweg.desk.Desk;
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
  private final Reports reports;

  RelatedPanel(RelatedReports relatedReports, Reports reports) {
    this.reports = reports;
    this.relatedReports = relatedReports;
  }

  @CheckedTemplate(basePath = "desk/related")
  static class Templates {
    static native TemplateInstance panel(Desk desk, String path, List<SharedTrace> sharedTraces);
  }

  /**
   * @param summary text that says how many other reports have the trace
   */
  record SharedTrace(String trace, String summary, List<Row> rows) {}

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
    List<Trace> traces =
        content.map(answers -> Traces.of(answers, messages(report, officer))).orElse(List.of());
    List<SharedTrace> sharedTraces =
        relatedReports.find(report.id(), traces).stream()
            .filter(matches -> !matches.reports().isEmpty())
            .map(matches -> sharedTrace(matches, desk.texts()))
            .toList();
    return Templates.panel(desk, "/backoffice/reports/" + report.id() + "/links", sharedTraces);
  }

  private Collection<String> messages(Report report, Officer officer) {
    try {
      return reports.reporterTexts(report, officer.municipalities()).values();
    } catch (UnsealException | IllegalStateException e) {
      return List.of(); // the case file itself shows that they are unreadable
    }
  }

  private static SharedTrace sharedTrace(RelatedReports.TraceMatches matches, Texts texts) {
    List<Row> rows = matches.reports().stream().map(other -> row(other, texts)).toList();
    return new SharedTrace(
        matches.trace().original(),
        texts.get("related." + matches.trace().kind().key(), rows.size()),
        rows);
  }

  private static Row row(RelatedReport other, Texts texts) {
    return new Row(
        other.id().toString(),
        "/backoffice/reports/" + other.id(),
        Dates.day(other.receivedOn(), texts.language()),
        other.decision() == LinkDecision.OPEN ? "" : texts.get(other.decision().textKey()));
  }
}
