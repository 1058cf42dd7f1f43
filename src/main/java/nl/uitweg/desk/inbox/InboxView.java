package nl.uitweg.desk.inbox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.desk.officer.Officer;

/**
 * A predefined selection of reports. The inbox lists the views on the left with their counts, in
 * this order.
 */
enum InboxView {
  UNASSIGNED("unassigned", Part.URGENT, Part.NORMAL),
  MINE("mine", Part.URGENT, Part.NORMAL),
  URGENT("urgent", Part.URGENT),
  /** Reports with a message of the reporter that no officer has read. */
  UNREAD_MESSAGE("answered", Part.values()),
  /** Unread reports; {@link InboxQuery} adds the latest day of receipt that is overdue. */
  OVERDUE("late", Part.URGENT, Part.NORMAL),
  OPEN("open", Part.URGENT, Part.NORMAL),
  CLOSED("closed", Part.CLOSED),
  ALL("all", Part.values());

  private final String key;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Part> parts;

  InboxView(String key, Part... parts) {
    this.key = key;
    this.parts = List.of(parts);
  }

  List<Part> parts() {
    return parts;
  }

  /**
   * The condition on another table that the reports of this view must meet; empty when there is
   * none.
   */
  Optional<JoinCondition> condition(Officer officer) {
    return switch (this) {
      case UNASSIGNED -> Optional.of(JoinCondition.of(JoinCondition.Kind.UNASSIGNED));
      case MINE -> Optional.of(new JoinCondition(JoinCondition.Kind.MINE, officer.name()));
      case UNREAD_MESSAGE -> Optional.of(JoinCondition.of(JoinCondition.Kind.UNREAD_MESSAGE));
      case OVERDUE -> Optional.of(JoinCondition.of(JoinCondition.Kind.UNREAD));
      case URGENT, OPEN, CLOSED, ALL -> Optional.empty();
    };
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
