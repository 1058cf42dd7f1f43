package nl.uitweg.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Adds events, in the transaction of what they record: either both happened or neither. */
@ApplicationScoped
public class AuditTrail {

  /**
   * Any number, the same for everyone who adds to the chain. The second of two keys: such locks are
   * the desk's alone (roles.sql).
   */
  private static final int CHAIN_LOCK = 7_204_112;

  private final EntityManager database;
  private final Clock clock;

  AuditTrail(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param actor user name of the officer
   * @param object what it was about, for example {@code signal/<id>}
   * @param result {@code done} or {@code refused}
   * @param reason why, where one was asked; otherwise empty
   */
  public record Entry(String actor, String action, String object, String result, String reason) {}

  /**
   * One at a time: the lock holds until the transaction ends, so that two events never follow the
   * same one.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(Entry entry) {
    database
        .createNativeQuery("select cast(pg_advisory_xact_lock(0, ?1) as text)")
        .setParameter(1, CHAIN_LOCK)
        .getSingleResult();
    Optional<AuditEvent> last = AuditEvent.last();
    new AuditEvent(
            last.map(event -> event.position).orElse(0L) + 1,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            entry,
            last.map(AuditEvent::hash).orElse(AuditEvent.START))
        .persist();
  }
}
