package nl.uitweg.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Searches the audit events, newest first. Pages start at a position instead of a row offset
 * (keyset pagination), so that every page of a long chain costs the same.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AuditSearch {

  /** A position after every event. */
  public static final long END_POSITION = Long.MAX_VALUE;

  private final AuditEventStore events;

  AuditSearch(AuditEventStore events) {
    this.events = events;
  }

  /** The last events before this position, newest first. */
  public List<AuditEvent> before(AuditFilter filter, long position, int count) {
    return events.between(filter, 0, position, true, count);
  }

  /** The first events after this position, newest first. */
  public List<AuditEvent> after(AuditFilter filter, long position, int count) {
    List<AuditEvent> found =
        new ArrayList<>(events.between(filter, position, END_POSITION, false, count));
    Collections.reverse(found);
    return found;
  }

  /** Verifies the whole chain; independent of what {@link ChainMonitor} remembers. */
  public AuditChain verifyAll() {
    return events.verifyAll();
  }

  /** All events about an object, oldest first. */
  public List<AuditEvent> about(AuditObject object) {
    return events.about(object);
  }

  /** All actors that occur in the chain. */
  public List<String> actors() {
    return events.distinct("actor");
  }

  /** All actions that occur in the chain. */
  public List<String> actions() {
    return events.distinct("action");
  }

  /** All results that occur in the chain. */
  public List<String> results() {
    return events.distinct("result");
  }

  /**
   * How often one actor performed one action on an object.
   *
   * @param times number of events between {@code first} and {@code last}
   */
  public record ActionCount(String actor, String action, long times, Instant first, Instant last) {}

  /** Counts the events about an object per actor and action, most recent first. */
  public List<ActionCount> countActions(String object) {
    return events.countActions(object);
  }
}
