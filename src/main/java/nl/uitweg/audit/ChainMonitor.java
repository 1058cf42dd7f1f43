package nl.uitweg.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Verifies the audit chain incrementally. It keeps the last verified event in memory, where the
 * owner of the database cannot change it. {@link #verifyNewEvents} continues from that event and
 * reads at most 10,000 events. A change to an earlier event is found only by {@link #verifyAll}.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ChainMonitor {

  private static final int MAX_EVENTS = 10_000;

  private final AuditEventStore events;
  private final Clock clock;

  private AuditChain chain = new AuditChain();
  private Optional<Instant> fullyVerifiedAt = Optional.empty();

  ChainMonitor(AuditEventStore events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /**
   * Result of a verification.
   *
   * @param broken the first broken link; empty when there is none
   * @param verified number of valid events, counted from the first event of the chain
   * @param length number of events in the chain
   * @param head hash of the last verified event
   * @param fullyVerifiedAt when this process last verified the whole chain
   */
  public record State(
      Optional<AuditChain.Break> broken,
      long verified,
      long length,
      String head,
      Optional<Instant> fullyVerifiedAt) {

    /** Whether every event was verified. */
    public boolean complete() {
      return verified >= length;
    }
  }

  /** Verifies the events after the last verified one, at most 10,000. */
  public synchronized State verifyNewEvents() {
    if (chain.firstBreak().isEmpty()) {
      events
          .atPosition(chain.validEvents())
          .ifPresentOrElse(chain::recheckLast, chain::markLastRemoved);
      events.verifyNext(chain, MAX_EVENTS);
    }
    return state();
  }

  /** Verifies the whole chain from its first event. */
  public synchronized State verifyAll() {
    chain = events.verifyAll();
    fullyVerifiedAt = Optional.of(clock.instant());
    return state();
  }

  private State state() {
    long length = events.last().map(AuditEvent::position).orElse(0L);
    return new State(
        chain.firstBreak(), chain.validEvents(), length, chain.head(), fullyVerifiedAt);
  }
}
