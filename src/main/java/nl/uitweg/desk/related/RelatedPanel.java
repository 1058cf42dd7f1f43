package nl.uitweg.desk.related;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.uitweg.desk.CaseFilePanel;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportContent;

/** Says in the case file which other reports share something with this one. */
@Singleton
class RelatedPanel implements CaseFilePanel {

  private static final int ORDER = 20;

  private final RelatedReports relatedReports;
  private final ReportTexts reportTexts;
  private final Reports reports;

  RelatedPanel(RelatedReports relatedReports, ReportTexts reportTexts, Reports reports) {
    this.reports = reports;
    this.relatedReports = relatedReports;
    this.reportTexts = reportTexts;
  }

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance related(Desk desk, String path, List<Found> found);
  }

  /**
   * @param says how many reports share it
   * @param elsewhere empty, or which colleague to call
   */
  record Found(String trace, String says, List<Row> rows, String elsewhere) {}

  /** {@code label} is the decision in words; empty while there is none. */
  record Row(String id, String href, String day, String label) {}

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public String html(Report report, Optional<ReportContent> content, Officer officer, Desk desk) {
    List<Found> found =
        content.map(one -> Traces.of(one, messages(report, officer))).orElse(List.of()).stream()
            .map(trace -> found(report.id(), trace, desk.texts()))
            .filter(one -> !one.rows().isEmpty() || !one.elsewhere().isEmpty())
            .toList();
    return Templates.related(desk, "/backoffice/reports/" + report.id() + "/links", found).render();
  }

  private Collection<String> messages(Report report, Officer officer) {
    try {
      return reports.reporterTexts(report, officer.municipalities()).values();
    } catch (UnsealException | IllegalStateException e) {
      return List.of(); // the case file says so
    }
  }

  private Found found(UUID report, Trace trace, Texts texts) {
    List<Row> rows =
        relatedReports.sharing(report, trace).stream().map(link -> row(link, texts)).toList();
    String others =
        relatedReports.elsewhere(trace).stream()
            .map(id -> reportTexts.municipality(id, texts))
            .collect(Collectors.joining(", "));
    return new Found(
        trace.shown(),
        texts.get("related." + trace.kind().key(), rows.size()),
        rows,
        others.isEmpty() ? "" : texts.get("related.elsewhere", others));
  }

  private static Row row(RelatedReports.Link link, Texts texts) {
    return new Row(
        link.other().toString(),
        "/backoffice/reports/" + link.other(),
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(texts.language().locale())
            .format(link.receivedOn()),
        link.decision().equals("open") ? "" : texts.get("related." + link.decision()));
  }
}
