package nl.uitweg.desk.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.desk.officer.Officer;

/**
 * A predefined selection of reports. The inbox lists the views on the left with their counts, in
 * this order.
 */
enum InboxView {
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

  private final String handlingCondition;

  InboxView(List<Part> parts, String handlingCondition) {
    this.parts = parts;
    this.handlingCondition = handlingCondition;
  }

  List<Part> parts() {
    return parts;
  }

  /**
   * The condition on another table that the reports of this view must meet; empty when there is
   * none.
   */
  Optional<JoinCondition> join(Officer officer) {
    if (this == ANSWERED) {
      return Optional.of(
          new JoinCondition(
              "a.report_id", "message a where not a.read and not a.from_officer", true, Map.of()));
    }
    if (handlingCondition.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        JoinCondition.handling(
            handlingCondition, this == MINE ? Map.of("me", officer.name()) : Map.of()));
  }

  /** The key as used in addresses and texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Parses a key; any other text gives {@link #OPEN}. */
  static InboxView of(String key) {
    return Stream.of(values()).filter(view -> view.key().equals(key)).findFirst().orElse(OPEN);
  }
}
