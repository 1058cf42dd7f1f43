package nl.uitweg.desk.inbox;

import java.util.Optional;
import nl.uitweg.report.content.Urgency;

/**
 * The parts of the inbox, in the order in which they are shown; within a part the newest report
 * comes first. Migration V4 creates partial indexes for the parts, so that a page is read from an
 * index wherever it starts. {@link InboxStore} has exactly the conditions of those indexes.
 */
enum Part {
  URGENT,
  NORMAL,
  CLOSED;

  boolean isClosed() {
    return this == CLOSED;
  }

  /** False when the filter selects a state or an urgency that no report in this part has. */
  boolean mayHold(InboxFilter filter) {
    return filter.state().map(state -> state.isClosed() == isClosed()).orElse(true)
        && filter.urgency().map(chosen -> urgency().map(chosen::equals).orElse(true)).orElse(true);
  }

  /** The urgency of every report in this part; empty when it holds both. */
  Optional<Urgency> urgency() {
    return switch (this) {
      case URGENT -> Optional.of(Urgency.URGENT);
      case NORMAL -> Optional.of(Urgency.NORMAL);
      case CLOSED -> Optional.empty();
    };
  }
}
