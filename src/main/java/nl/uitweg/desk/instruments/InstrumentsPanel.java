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

/** Beside the case: which instruments may fit the ticked indicators. The officer decides. */
@Singleton
class InstrumentsPanel implements CaseFilePanel {

  private static final int ORDER = 60;
  private static final int MOST = 5;

  private final Instruments instruments;

  InstrumentsPanel(Instruments instruments) {
    this.instruments = instruments;
  }

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance instrumentspanel(Desk desk, List<Instruments.View> found);
  }

  @Override
  public int order() {
    return ORDER;
  }

  /** By-laws of other municipalities are left out. */
  @Override
  public String html(Report report, Optional<ReportContent> content, Officer officer, Desk desk) {
    List<String> indicators =
        content
            .map(it -> it.choices().getOrDefault(Question.INDICATORS, List.of()))
            .orElse(List.of());
    List<Instruments.View> found =
        instruments
            .fitting(report.forms(), indicators, report.municipality(), desk.texts())
            .stream()
            .limit(MOST)
            .toList();
    return Templates.instrumentspanel(desk, found).render();
  }
}
