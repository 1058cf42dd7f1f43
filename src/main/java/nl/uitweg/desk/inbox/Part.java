package nl.uitweg.desk.inbox;

/**
 * The parts of the inbox, in the order in which they are shown; within a part the newest report
 * comes first. Migration V4 creates partial indexes with exactly these conditions on the state, so
 * that a page is read from an index wherever it starts. Conditions and indexes must be changed
 * together.
 */
enum Part {
  URGENT("s.state not in ('CLOSED', 'SPAM', 'WITHDRAWN') and s.urgency = 'URGENT'"),
  NORMAL("s.state not in ('CLOSED', 'SPAM', 'WITHDRAWN') and s.urgency = 'NORMAL'"),
  CLOSED("s.state in ('CLOSED', 'SPAM', 'WITHDRAWN')");

  private final String condition;

  Part(String condition) {
    this.condition = condition;
  }

  /** False when the filter selects a state or an urgency that no report in this part has. */
  boolean mayHold(InboxFilter filter) {
    boolean closed = this == CLOSED;
    return filter.state().map(state -> state.isClosed() == closed).orElse(true)
        && (closed || filter.urgency().map(urgency -> urgency.name().equals(name())).orElse(true));
  }

  String condition() {
    return condition;
  }
}
