package nl.uitweg.desk.dossier;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.related.SharedTraces;
import nl.uitweg.dossier.DossierReports;
import nl.uitweg.dossier.Dossiers;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.ReportContent;

/**
 * The dossiers to which a report can be added, with those that have a report with the same trace
 * first, and the form for a new dossier, named after a trace that the report shares.
 */
@Singleton
class DossierChoices {

  private final DossierTexts dossierTexts;
  private final DossierReports dossierReports;
  private final SharedTraces sharedTraces;

  DossierChoices(
      DossierTexts dossierTexts, DossierReports dossierReports, SharedTraces sharedTraces) {
    this.dossierTexts = dossierTexts;
    this.dossierReports = dossierReports;
    this.sharedTraces = sharedTraces;
  }

  /**
   * @param path address of the forms
   * @param suggested dossiers with a report that has the same trace
   * @param others all other open dossiers of the municipality
   * @param title of a new dossier
   */
  record Choices(
      String path,
      List<DossierView.Option> suggested,
      List<DossierView.Option> others,
      DossierView.Title title) {

    static final Choices NONE =
        new Choices("", List.of(), List.of(), new DossierView.Title("", List.of()));
  }

  /**
   * @param report a report that a municipality has taken
   * @param input shown again in the form that was refused
   */
  Choices of(
      Report report,
      Optional<ReportContent> content,
      DossierInput input,
      Officer officer,
      Desk desk) {
    List<SharedTraces.SharedTrace> shared =
        content.map(found -> sharedTraces.of(report, found, officer)).orElse(List.of());
    Set<String> suggested =
        dossierReports.dossiersOf(related(shared)).values().stream()
            .map(UUID::toString)
            .collect(Collectors.toSet());
    List<DossierView.Option> open =
        dossierTexts.open(report.municipality().orElseThrow(), input.other(), desk.texts());
    Optional<SharedTraces.SharedTrace> first = shared.stream().findFirst();
    String kind =
        input.kind().isEmpty() ? first.map(trace -> trace.kind().key()).orElse("") : input.kind();
    String title =
        input.title().isEmpty()
            ? first.map(trace -> Dossiers.cutTitle(trace.text())).orElse("")
            : input.title();
    return new Choices(
        "/backoffice/reports/" + report.id() + "/dossier",
        open.stream().filter(option -> suggested.contains(option.value())).toList(),
        open.stream().filter(option -> !suggested.contains(option.value())).toList(),
        new DossierView.Title(title, DossierTexts.kinds(kind, desk.texts())));
  }

  private static List<UUID> related(List<SharedTraces.SharedTrace> shared) {
    return shared.stream().flatMap(trace -> trace.reports().stream()).distinct().toList();
  }
}
