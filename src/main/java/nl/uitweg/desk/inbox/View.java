package nl.uitweg.desk.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.desk.officer.Officer;

/** What an officer looks for, with a count beside it; in the order of the list on the left. */
enum View {
  UNASSIGNED(List.of(Part.URGENT, Part.NORMAL), "h.assigned_to is null and h.closed_at is null"),
  MINE(List.of(Part.URGENT, Part.NORMAL), "h.assigned_to = :me and h.closed_at is null"),
  URGENT(List.of(Part.URGENT), ""),
  ANSWERED(List.of(Part.values()), ""),
  LATE(List.of(Part.URGENT, Part.NORMAL), "h.first_read_at is null and h.closed_at is null"),
  OPEN(List.of(Part.URGENT, Part.NORMAL), ""),
  CLOSED(List.of(Part.CLOSED), ""),
  ALL(List.of(Part.values()), "");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Part> parts;

  private final String handling;

  View(List<Part> parts, String handling) {
    this.parts = parts;
    this.handling = handling;
  }

  List<Part> parts() {
    return parts;
  }

  /** What must stand in another table about its reports. */
  Optional<JoinCondition> join(Officer officer) {
    if (this == ANSWERED) {
      return Optional.of(
          new JoinCondition(
              "a.report_id", "message a where not a.read and not a.from_officer", true, Map.of()));
    }
    if (handling.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        JoinCondition.handling(handling, this == MINE ? Map.of("me", officer.name()) : Map.of()));
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
