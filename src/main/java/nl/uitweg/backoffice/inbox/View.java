package nl.uitweg.backoffice.inbox;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What an officer looks for, with a count beside it; in the order of the list on the left. */
enum View {
  UNASSIGNED(List.of(Part.URGENT, Part.NORMAL), free()),
  MINE(
      List.of(Part.URGENT, Part.NORMAL),
      " and exists (select from handling h where h.signal_id = s.id and h.assigned_to = :me and"
          + " h.closed_at is null)"),
  URGENT(List.of(Part.URGENT), ""),
  ANSWERED(
      List.of(Part.values()),
      " and exists (select from message a where a.signal_id = s.id and not a.read and not"
          + " a.from_officer)"),
  LATE(
      List.of(Part.URGENT, Part.NORMAL),
      " and s.received_on <= :late and exists (select from handling h where h.signal_id = s.id and"
          + " h.first_read_at is null and h.closed_at is null)"),
  OPEN(List.of(Part.URGENT, Part.NORMAL), ""),
  CLOSED(List.of(Part.SHUT), ""),
  ALL(List.of(Part.values()), "");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Part> parts;

  private final String condition;

  View(List<Part> parts, String condition) {
    this.parts = parts;
    this.condition = condition;
  }

  private static String free() {
    return " and exists (select from handling h where h.signal_id = s.id and h.assigned_to is null"
        + " and h.closed_at is null)";
  }

  List<Part> parts() {
    return parts;
  }

  /** SQL with the parameters {@code :me} and {@code :late}, the latter of one municipality. */
  String condition() {
    return condition;
  }

  /** As in addresses and texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A word that is no view shows what is open. */
  static View of(String key) {
    return Stream.of(values()).filter(view -> view.key().equals(key)).findFirst().orElse(OPEN);
  }
}
