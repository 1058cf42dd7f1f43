package nl.uitweg.desk.dossier;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.uitweg.desk.route.ReportInAddress;
import nl.uitweg.dossier.DossierKind;
import nl.uitweg.dossier.Dossiers;

/**
 * The input of an officer in one of the forms of a dossier. When a form is refused, the page shows
 * the input again.
 *
 * @param kind key of the kind, as entered
 * @param number number of a report, as entered
 * @param reports ids of the ticked reports
 * @param other id of another dossier, as entered
 */
record DossierInput(
    String title,
    String kind,
    String number,
    String note,
    String assignee,
    Set<String> reports,
    String other) {

  private static final int MAX_NOTE_LENGTH = 10_000;

  static final DossierInput EMPTY = new DossierInput("", "", "", "", "", Set.of(), "");

  static DossierInput of(MultivaluedMap<String, String> form) {
    return new DossierInput(
        text(form, "title"),
        text(form, "kind"),
        text(form, "number"),
        text(form, "note"),
        text(form, "assigned"),
        Set.copyOf(form.getOrDefault("report", List.of())),
        text(form, "dossier"));
  }

  private static String text(MultivaluedMap<String, String> form, String field) {
    return Optional.ofNullable(form.getFirst(field)).orElse("").strip();
  }

  boolean isTitleValid() {
    return !title.isEmpty()
        && title.length() <= Dossiers.MAX_TITLE_LENGTH
        && title.equals(Dossiers.cutTitle(title))
        && DossierKind.of(kind).isPresent();
  }

  boolean isNoteValid() {
    return !note.isEmpty() && note.length() <= MAX_NOTE_LENGTH;
  }

  DossierKind validKind() {
    return DossierKind.of(kind).orElseThrow();
  }

  /** The other dossier; empty when what was entered is no id. */
  Optional<UUID> otherId() {
    return ReportInAddress.tryParseId(other);
  }

  /** The ticked reports; leaves out what is no id. */
  List<UUID> reportIds() {
    return reports.stream()
        .flatMap(id -> ReportInAddress.tryParseId(id).stream())
        .sorted()
        .toList();
  }

  /** Omits the texts, because the result may be logged. */
  @Override
  public String toString() {
    return "DossierInput";
  }
}
