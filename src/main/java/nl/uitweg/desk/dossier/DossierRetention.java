package nl.uitweg.desk.dossier;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.retention.ReportPurge;
import nl.uitweg.report.retention.Retention;

/** Says until when the reports of a dossier are kept, and why. */
@Singleton
class DossierRetention {

  private final ReportPurge purge;

  DossierRetention(ReportPurge purge) {
    this.purge = purge;
  }

  /** Until when each report is kept, by report id. */
  Map<UUID, Retention> of(List<DossierContents.Item> items) {
    return purge.retention(items.stream().map(DossierContents.Item::report).toList());
  }

  /** Sentences about the dossier as a whole. */
  static List<String> sentences(
      List<DossierContents.Item> items, Map<UUID, Retention> retention, Texts texts) {
    List<String> sentences = new ArrayList<>();
    if (items.isEmpty()) {
      return List.of(texts.get("dossier.keep-empty"));
    }
    List<DossierContents.Item> counting =
        items.stream().filter(item -> counts(item.report())).toList();
    String open =
        counting.stream()
            .filter(item -> item.report().state() != ReportState.CLOSED)
            .map(DossierContents.Item::number)
            .collect(Collectors.joining(", "));
    if (open.isEmpty()) {
      last(counting, retention)
          .ifPresent(
              last ->
                  sentences.add(
                      texts.get(
                          "dossier.keep-until",
                          DossierTexts.day(own(last, retention), texts),
                          last.number())));
    } else {
      sentences.add(texts.get("dossier.keep-open", open));
    }
    if (items.stream().anyMatch(item -> item.report().withdrawn())) {
      sentences.add(texts.get("dossier.keep-withdrawn"));
    }
    if (items.stream().anyMatch(item -> retention(item, retention).keptByDossier())) {
      sentences.add(texts.get("dossier.keep-shorter"));
    }
    return sentences;
  }

  /** What the dossier changes for one report; empty when nothing. */
  static String ofReport(Retention retention, Texts texts) {
    return retention.keptByDossier()
        ? texts.get("dossier.keep-without", DossierTexts.day(retention.own().orElseThrow(), texts))
        : "";
  }

  /** Whether a report makes the others of its dossier stay. */
  private static boolean counts(Report report) {
    return !report.withdrawn()
        && report.state() != ReportState.SPAM
        && report.state() != ReportState.WITHDRAWN;
  }

  private static Optional<DossierContents.Item> last(
      List<DossierContents.Item> items, Map<UUID, Retention> retention) {
    return items.stream().max(Comparator.comparing(item -> own(item, retention)));
  }

  private static LocalDate own(DossierContents.Item item, Map<UUID, Retention> retention) {
    return retention(item, retention).own().orElse(LocalDate.MIN);
  }

  private static Retention retention(DossierContents.Item item, Map<UUID, Retention> retention) {
    return retention.getOrDefault(
        item.report().id(), new Retention(Optional.empty(), Optional.empty()));
  }
}
