package nl.uitweg.desk.related;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.CaseFilePanel;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.address.Certainty;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.ReportContent;

/** The panel of the case file with the other reports that share a trace with this one. */
@Singleton
class RelatedPanel implements CaseFilePanel {

  private static final int ORDER = 20;

  private final RelatedReports relatedReports;
  private final SharedTraces sharedTraces;

  RelatedPanel(RelatedReports relatedReports, SharedTraces sharedTraces) {
    this.sharedTraces = sharedTraces;
    this.relatedReports = relatedReports;
  }

  @CheckedTemplate(basePath = "desk/related")
  static class Templates {
    static native TemplateInstance panel(
        Desk desk, String path, List<SharedTrace> sharedTraces, List<String> unmatched);
  }

  /** A trace of the report, and the other reports that have it. */
  record SharedTrace(String trace, List<Group> groups) {}

  /**
   * The reports that have the trace with the same certainty.
   *
   * @param summary text that says how sure it is, and how many reports there are
   * @param more text that says that there are more of them; empty when all are shown
   */
  record Group(String summary, List<Row> rows, String more) {}

  /**
   * Another report with the trace; {@code decision} is the decision as text, empty while there is
   * none.
   *
   * @param together whether it is in the same dossier
   */
  record Row(String id, String href, String day, String decision, boolean together) {}

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public TemplateInstance html(
      Report report, Optional<ReportContent> content, Officer officer, Desk desk) {
    List<FoundTrace> found =
        content.map(answers -> sharedTraces.traces(report, answers, officer)).orElse(List.of());
    List<RelatedReports.TraceMatches> all = relatedReports.find(report.id(), found);
    List<SharedTrace> shown =
        all.stream()
            .filter(matches -> !matches.reports().isEmpty())
            .map(matches -> sharedTrace(matches, desk.texts()))
            .toList();
    List<String> unmatched =
        all.stream()
            .filter(matches -> matches.reports().isEmpty())
            .map(matches -> matches.trace().original())
            .toList();
    return Templates.panel(desk, "/backoffice/reports/" + report.id() + "/links", shown, unmatched);
  }

  private static SharedTrace sharedTrace(RelatedReports.TraceMatches matches, Texts texts) {
    return new SharedTrace(matches.trace().original(), groups(matches, texts));
  }

  private static List<Group> groups(RelatedReports.TraceMatches matches, Texts texts) {
    List<Group> groups = new ArrayList<>();
    for (Certainty certainty : Certainty.values()) {
      List<Row> rows =
          matches.reports().stream()
              .filter(other -> other.certainty() == certainty)
              .map(other -> row(other, texts))
              .toList();
      int shown = Math.min(rows.size(), RelatedReports.MAX_REPORTS_PER_TRACE);
      if (shown > 0) {
        String key = "related." + matches.trace().textKey(certainty);
        groups.add(
            new Group(
                texts.get(key, shown),
                rows.subList(0, shown),
                rows.size() > shown ? texts.get("related.more", shown) : ""));
      }
    }
    return groups;
  }

  private static Row row(RelatedReport other, Texts texts) {
    return new Row(
        other.id().toString(),
        "/backoffice/reports/" + other.id(),
        Dates.day(other.receivedOn(), texts.language()),
        other.decision() == LinkDecision.OPEN ? "" : texts.get(other.decision().textKey()),
        other.decision() == LinkDecision.CONFIRMED);
  }
}
