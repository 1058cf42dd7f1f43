package nl.uitweg.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps in memory, where the owner of the database cannot reach it, how far the chain was found
 * whole. A look walks on from there, some thousand events at most; whether something before it was
 * changed since is found by walking the whole chain again.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ChainWatch {

  private static final int AT_ONCE = 10_000;

  private final EntityManager database;
  private final Clock clock;

  private AuditChain chain = new AuditChain();
  private Optional<Instant> wholeAt = Optional.empty();

  ChainWatch(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param checked how many events were found to hold
   * @param length how many there are
   * @param head hash of the last event that was found to hold
   * @param wholeAt when this process last walked the whole chain
   */
  public record State(
      Optional<AuditChain.Break> broken,
      long checked,
      long length,
      String head,
      Optional<Instant> wholeAt) {

    /** Whether every event was looked at. */
    public boolean complete() {
      return checked >= length;
    }
  }

  /** Walks on from where the last look ended. */
  public synchronized State look() {
    if (chain.broken().isEmpty()) {
      AuditEvent.anchor(chain.length()).ifPresentOrElse(chain::again, chain::gone);
      chain.walk(AT_ONCE);
      database.flush();
      database.clear();
    }
    return state();
  }

  /** Walks the whole chain from its first event. */
  public synchronized State all() {
    chain = AuditChain.verify();
    wholeAt = Optional.of(clock.instant());
    return state();
  }

  private State state() {
    long length = AuditEvent.last().map(AuditEvent::position).orElse(0L);
    return new State(chain.broken(), chain.length(), length, chain.head(), wholeAt);
  }
}
