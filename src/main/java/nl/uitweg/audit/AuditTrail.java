package nl.uitweg.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
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

  /** A report as it was first received; recorded with the day only. */
  public static final String RECEIVED = "received";

  private final EntityManager database;
  private final Clock clock;

  AuditTrail(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param actor user name of the officer
   * @param object what it was about, for example {@code report/<id>}
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
    add(entry, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /**
   * Adds {@link #RECEIVED}, of which the moment would say when a reporter was writing.
   *
   * @param day its beginning
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void addForDay(Entry entry, Instant day) {
    add(entry, day);
  }

  private void add(Entry entry, Instant at) {
    database
        .createNativeQuery("select cast(pg_advisory_xact_lock(0, ?1) as text)")
        .setParameter(1, CHAIN_LOCK)
        .getSingleResult();
    Optional<AuditEvent> last = AuditEvent.last();
    new AuditEvent(
            last.map(event -> event.position).orElse(0L) + 1,
            at,
            entry,
            last.map(AuditEvent::hash).orElse(AuditEvent.START))
        .persist();
  }
}
