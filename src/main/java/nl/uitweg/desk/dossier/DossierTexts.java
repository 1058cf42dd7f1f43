package nl.uitweg.desk.dossier;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.uitweg.dossier.Dossier;
import nl.uitweg.dossier.DossierKind;
import nl.uitweg.dossier.DossierReports;
import nl.uitweg.dossier.Dossiers;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;

/** Turns the data of dossiers into texts. */
@Singleton
class DossierTexts {

  /** Number of open dossiers to choose from; those that were changed last. */
  private static final int MAX_CHOICES = 200;

  /** In place of a title that cannot be decrypted. */
  static final Dossiers.Title UNREADABLE = new Dossiers.Title("", false);

  private final Dossiers dossiers;
  private final DossierReports dossierReports;

  DossierTexts(Dossiers dossiers, DossierReports dossierReports) {
    this.dossiers = dossiers;
    this.dossierReports = dossierReports;
  }

  String title(Dossier dossier, Texts texts) {
    return title(dossiers.title(dossier), texts);
  }

  static String title(Dossiers.Title title, Texts texts) {
    if (!title.readable()) {
      return texts.get("dossier.unreadable");
    }
    return title.text().isEmpty() ? texts.get("dossier.untitled") : title.text();
  }

  static List<DossierView.Option> kinds(String chosen, Texts texts) {
    return Stream.of(DossierKind.values())
        .map(
            kind ->
                new DossierView.Option(
                    kind.key(), texts.get("dossier.kind." + kind.key()), kind.key().equals(chosen)))
        .toList();
  }

  /** Who has the dossier, as part of a sentence. */
  static String owner(Dossier dossier, String me, Texts texts) {
    return dossier
        .assignedTo()
        .map(name -> name.equals(me) ? texts.get("dossier.of-me") : texts.get("dossier.of", name))
        .orElseGet(() -> texts.get("dossier.of-nobody"));
  }

  /** "3 meldingen sinds 12 september 2026 · van jou". */
  String facts(Dossier dossier, String me, Texts texts) {
    long count = dossierReports.counts(List.of(dossier.id())).getOrDefault(dossier.id(), 0L);
    return texts.get(
        "dossier.facts", count, day(dossier.createdOn(), texts), owner(dossier, me, texts));
  }

  /**
   * The open dossiers of a municipality, last changed first.
   *
   * @param chosen id of the dossier that is selected
   */
  List<DossierView.Option> open(String municipality, String chosen, Texts texts) {
    List<Dossier> open = dossiers.list(List.of(municipality), false, MAX_CHOICES);
    Map<UUID, Dossiers.Title> titles = dossiers.titles(open, List.of(municipality));
    Map<UUID, Long> counts = dossierReports.counts(open.stream().map(Dossier::id).toList());
    return open.stream()
        .map(
            dossier ->
                new DossierView.Option(
                    dossier.id().toString(),
                    texts.get(
                        "dossier.choice",
                        title(titles.getOrDefault(dossier.id(), UNREADABLE), texts),
                        counts.getOrDefault(dossier.id(), 0L),
                        dossier.number().toString()),
                    dossier.id().toString().equals(chosen)))
        .toList();
  }

  static String day(LocalDate day, Texts texts) {
    return Dates.day(day, texts.language());
  }

  /** The last part of the key of the text about an act. */
  static String key(Dossier.Undo act) {
    return act.name().toLowerCase(Locale.ROOT);
  }
}
