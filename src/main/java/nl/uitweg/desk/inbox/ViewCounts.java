package nl.uitweg.desk.inbox;

/**
 * The number of reports in each {@link Part}, and in each view that is not made of whole parts. A
 * number is at most the limit of the count.
 */
record ViewCounts(
    long urgent,
    long normal,
    long closed,
    long unassigned,
    long mine,
    long due,
    long readFirst,
    long forMe,
    long unreadMessage,
    long newOutcome,
    long withdrawn) {

  /**
   * The number of reports in a view; the limit of the count or more means "at least that limit".
   */
  long of(InboxView view) {
    return switch (view) {
      case UNASSIGNED -> unassigned;
      case MINE -> mine;
      case URGENT -> urgent;
      case UNREAD_MESSAGE -> unreadMessage;
      case DUE -> due;
      case READ_FIRST -> readFirst;
      case FOR_ME -> forMe;
      case NEW_OUTCOME -> newOutcome;
      case WITHDRAWN -> withdrawn;
      case OPEN -> urgent + normal;
      case CLOSED -> closed;
      case ALL -> urgent + normal + closed;
    };
  }
}
