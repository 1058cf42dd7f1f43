package nl.uitweg.desk.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.desk.officer.Officer;

/**
 * A predefined selection of reports. The inbox lists the views on the left with their counts, in
 * this order.
 */
enum InboxView {
  UNASSIGNED(
      "unassigned",
      List.of(Part.URGENT, Part.NORMAL),
      "h.assigned_to is null and h.closed_at is null"),
  MINE("mine", List.of(Part.URGENT, Part.NORMAL), "h.assigned_to = :me and h.closed_at is null"),
  URGENT("urgent", List.of(Part.URGENT), ""),
  /** Reports with a message of the reporter that no officer has read. */
  UNREAD_MESSAGE("answered", List.of(Part.values()), ""),
  /** Unread reports; {@link InboxQuery} adds the latest day of receipt that is overdue. */
  OVERDUE(
      "late", List.of(Part.URGENT, Part.NORMAL), "h.first_read_at is null and h.closed_at is null"),
  OPEN("open", List.of(Part.URGENT, Part.NORMAL), ""),
  CLOSED("closed", List.of(Part.CLOSED), ""),
  ALL("all", List.of(Part.values()), "");

  private final String key;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Part> parts;

  private final String handlingCondition;

  InboxView(String key, List<Part> parts, String handlingCondition) {
    this.key = key;
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
    if (this == UNREAD_MESSAGE) {
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

  /** The key as used in addresses, texts and the audit trail; it must not change. */
  public String key() {
    return key;
  }

  /** Parses a key; any other text gives {@link #OPEN}. */
  static InboxView of(String key) {
    return Stream.of(values()).filter(view -> view.key().equals(key)).findFirst().orElse(OPEN);
  }
}
