package nl.uitweg.desk.dossier;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.Optional;
import nl.uitweg.desk.CaseFilePanel;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.dossier.Dossier;
import nl.uitweg.dossier.DossierReports;
import nl.uitweg.dossier.Dossiers;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.ReportContent;

/**
 * The panel of the case file with the dossier of the report, or with the forms that put it into
 * one.
 */
@Singleton
class DossierPanel implements CaseFilePanel {

  private static final int ORDER = 5;

  private final Dossiers dossiers;
  private final DossierReports dossierReports;
  private final DossierTexts dossierTexts;
  private final DossierChoices choices;

  DossierPanel(
      Dossiers dossiers,
      DossierReports dossierReports,
      DossierTexts dossierTexts,
      DossierChoices choices) {
    this.dossiers = dossiers;
    this.dossierReports = dossierReports;
    this.dossierTexts = dossierTexts;
    this.choices = choices;
  }

  @CheckedTemplate(basePath = "desk/dossier")
  static class Templates {
    static native TemplateInstance panel(
        Desk desk, boolean possible, Current current, DossierChoices.Choices choices);
  }

  /**
   * The dossier of the report; empty texts when it is in none.
   *
   * @param facts how many reports it has, since when, and who has it
   */
  record Current(String href, String title, String facts) {

    static final Current NONE = new Current("", "", "");
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public TemplateInstance html(
      Report report, Optional<ReportContent> content, Officer officer, Desk desk) {
    boolean possible = DossierReports.canBeAdded(report);
    Current current = current(report, officer, desk);
    return Templates.panel(
        desk,
        possible,
        current,
        possible && current.href().isEmpty()
            ? choices.of(report, content, DossierInput.EMPTY, officer, desk)
            : DossierChoices.Choices.NONE);
  }

  private Current current(Report report, Officer officer, Desk desk) {
    Optional<Dossier> dossier =
        dossierReports
            .dossierOf(report.id())
            .flatMap(id -> dossiers.find(id, officer.municipalities()));
    return dossier
        .map(
            found ->
                new Current(
                    DossierViews.path(found),
                    dossierTexts.title(found, desk.texts()),
                    dossierTexts.facts(found, officer.name(), desk.texts())))
        .orElse(Current.NONE);
  }
}
