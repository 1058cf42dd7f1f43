package nl.uitweg.desk.inbox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.report.content.ReportState;

/**
 * A predefined selection of reports. The inbox lists the views on the left with their counts, in
 * this order.
 */
enum InboxView {
  /** Unread reports in which words of danger were found. */
  READ_FIRST("first", Part.URGENT, Part.NORMAL),
  /** Reports of this officer with a message of the reporter that nobody has read. */
  FOR_ME("for-me", Part.URGENT, Part.NORMAL),
  UNASSIGNED("unassigned", Part.URGENT, Part.NORMAL),
  MINE("mine", Part.URGENT, Part.NORMAL),
  URGENT("urgent", Part.URGENT),
  /** Reports with a message of the reporter that no officer has read. */
  UNREAD_MESSAGE("answered", Part.values()),
  /** Reports with an outcome of a referral that no officer has seen. */
  NEW_OUTCOME("outcome", Part.values()),
  /** Unread reports; {@link InboxQuery} adds the latest day of receipt that is due today. */
  DUE("late", Part.URGENT, Part.NORMAL),
  /**
   * Withdrawn reports that no officer has judged: they are read only to see whether danger is left.
   */
  WITHDRAWN("withdrawn", Part.CLOSED),
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
   * The conditions on other tables that the reports of this view must meet.
   *
   * @param dangerIndex blind index of the mark for words of danger
   */
  List<JoinCondition> conditions(Officer officer, String dangerIndex) {
    JoinCondition mine = new JoinCondition(JoinCondition.Kind.MINE, officer.name());
    return switch (this) {
      case READ_FIRST ->
          List.of(
              new JoinCondition(JoinCondition.Kind.DANGER, dangerIndex),
              JoinCondition.of(JoinCondition.Kind.UNREAD));
      case FOR_ME -> List.of(mine, JoinCondition.of(JoinCondition.Kind.UNREAD_MESSAGE));
      case UNASSIGNED -> List.of(JoinCondition.of(JoinCondition.Kind.UNASSIGNED));
      case MINE -> List.of(mine);
      case UNREAD_MESSAGE -> List.of(JoinCondition.of(JoinCondition.Kind.UNREAD_MESSAGE));
      case NEW_OUTCOME -> List.of(JoinCondition.of(JoinCondition.Kind.NEW_OUTCOME));
      case DUE -> List.of(JoinCondition.of(JoinCondition.Kind.UNREAD));
      case URGENT, WITHDRAWN, OPEN, CLOSED, ALL -> List.of();
    };
  }

  /** The state of all reports of this view; empty when they have different ones. */
  Optional<ReportState> state() {
    return this == WITHDRAWN ? Optional.of(ReportState.WITHDRAWN) : Optional.empty();
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
