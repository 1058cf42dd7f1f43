package nl.uitweg.desk.inbox;

/**
 * The parts of the inbox, in the order in which they are shown; newest first within each. Each has
 * an index whose condition is the same, letter for letter (V4), so that a page is read from it
 * wherever it starts.
 */
enum Part {
  URGENT("s.state not in ('CLOSED', 'SPAM', 'WITHDRAWN') and s.urgency = 'URGENT'"),
  NORMAL("s.state not in ('CLOSED', 'SPAM', 'WITHDRAWN') and s.urgency = 'NORMAL'"),
  CLOSED("s.state in ('CLOSED', 'SPAM', 'WITHDRAWN')");

  private final String condition;

  Part(String condition) {
    this.condition = condition;
  }

  /** False when the filter asks for a state or an urgency that this part never has. */
  boolean mayHold(Filter filter) {
    boolean closed = this == CLOSED;
    return filter.state().map(state -> state.isClosed() == closed).orElse(true)
        && (closed || filter.urgency().map(urgency -> urgency.name().equals(name())).orElse(true));
  }

  String condition() {
    return condition;
  }
}
