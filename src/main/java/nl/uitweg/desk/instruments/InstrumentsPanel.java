package nl.uitweg.desk.instruments;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.CaseFilePanel;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;

/**
 * The panel of the case file that suggests instruments for the ticked indicators and forms of
 * exploitation. The officer decides whether they are suitable.
 */
@Singleton
class InstrumentsPanel implements CaseFilePanel {

  private static final int ORDER = 60;
  private static final int MAX_SUGGESTIONS = 5;

  private final Instruments instruments;

  InstrumentsPanel(Instruments instruments) {
    this.instruments = instruments;
  }

  @CheckedTemplate(basePath = "desk/instruments")
  static class Templates {
    static native TemplateInstance panel(Desk desk, List<Instruments.View> suggestions);
  }

  @Override
  public int order() {
    return ORDER;
  }

  /** By-laws of other municipalities are left out. */
  @Override
  public TemplateInstance html(
      Report report, Optional<ReportContent> content, Officer officer, Desk desk) {
    List<String> indicators =
        content
            .map(answers -> answers.choices().getOrDefault(Question.INDICATORS, List.of()))
            .orElse(List.of());
    List<Instruments.View> suggestions =
        instruments
            .suitableFor(report.forms(), indicators, report.municipality(), desk.texts())
            .stream()
            .limit(MAX_SUGGESTIONS)
            .toList();
    return Templates.panel(desk, suggestions);
  }
}
