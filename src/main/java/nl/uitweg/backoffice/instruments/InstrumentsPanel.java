package nl.uitweg.backoffice.instruments;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import nl.uitweg.backoffice.CaseFilePanel;
import nl.uitweg.backoffice.Desk;
import nl.uitweg.backoffice.Officer;
import nl.uitweg.signal.Question;
import nl.uitweg.signal.Report;
import nl.uitweg.signal.Signal;

/** Beside the case: which instruments may fit the ticked signals. The officer decides. */
@Singleton
class InstrumentsPanel implements CaseFilePanel {

  private static final int ORDER = 60;
  private static final int MOST = 5;

  private final Instruments instruments;

  InstrumentsPanel(Instruments instruments) {
    this.instruments = instruments;
  }

  @CheckedTemplate(basePath = "backoffice")
  static class Templates {
    static native TemplateInstance instrumentspanel(Desk desk, List<Instruments.View> found);
  }

  @Override
  public int order() {
    return ORDER;
  }

  /** By-laws of other municipalities are left out. */
  @Override
  public String html(Signal signal, Optional<Report> report, Officer officer, Desk desk) {
    List<String> signals =
        report.map(it -> it.choices().getOrDefault(Question.SIGNALS, List.of())).orElse(List.of());
    List<Instruments.View> found =
        instruments.fitting(signal.forms(), signals, signal.municipality(), desk.m()).stream()
            .limit(MOST)
            .toList();
    return Templates.instrumentspanel(desk, found).render();
  }
}
