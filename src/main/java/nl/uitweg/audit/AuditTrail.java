package nl.uitweg.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds events, in the transaction of what they record: either both happened or neither. They are
 * written just before that transaction commits, because from the first one on everybody else who
 * adds to the chain waits for it to end.
 */
@ApplicationScoped
public class AuditTrail {

  /**
   * Any number, the same for everyone who adds to the chain. The second of two keys: such locks are
   * the desk's alone (roles.sql).
   */
  static final int CHAIN_LOCK = 7_204_112;

  /** A report as it was first received; recorded with the day only. */
  public static final String RECEIVED = "received";

  /** The key of the notes of a report was made; from then on no other opens them. */
  public static final String NOTES_SEALED = "notes-sealed";

  /** A report was deleted when its time had come; from then on nothing under its name opens. */
  public static final String PURGED = "purge";

  private static final String KEY = AuditTrail.class.getName();

  private final EntityManager database;
  private final TransactionSynchronizationRegistry registry;
  private final BeforeCommit beforeCommit;
  private final Clock clock;

  AuditTrail(
      EntityManager database,
      TransactionSynchronizationRegistry registry,
      BeforeCommit beforeCommit,
      Clock clock) {
    this.database = database;
    this.registry = registry;
    this.beforeCommit = beforeCommit;
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
   * @param day the moment to record instead of the moment of writing
   */
  private record Unwritten(Entry entry, Optional<Instant> day) {}

  @Transactional(Transactional.TxType.MANDATORY)
  public void add(Entry entry) {
    add(new Unwritten(entry, Optional.empty()));
  }

  /**
   * Adds {@link #RECEIVED}, of which the moment would say when a reporter was writing.
   *
   * @param day its beginning
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void addForDay(Entry entry, Instant day) {
    add(new Unwritten(entry, Optional.of(day)));
  }

  /** What this transaction has added about an object and not written yet. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Entry> unwritten(String object) {
    return unwritten().stream()
        .map(Unwritten::entry)
        .filter(entry -> entry.object().equals(object))
        .toList();
  }

  /** Why the first event of this kind about an object happened; also one not written yet. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<String> reasonOfFirst(String object, String action) {
    return AuditEvent.first(object, action)
        .map(AuditEvent::reason)
        .or(
            () ->
                unwritten(object).stream()
                    .filter(entry -> entry.action().equals(action))
                    .map(Entry::reason)
                    .findFirst());
  }

  private void add(Unwritten event) {
    List<Unwritten> unwritten = unwritten();
    if (unwritten.isEmpty()) {
      beforeCommit.run(this::write);
    }
    unwritten.add(event);
  }

  /** The list of this transaction. */
  @SuppressWarnings("unchecked")
  private List<Unwritten> unwritten() {
    List<Unwritten> found = (List<Unwritten>) registry.getResource(KEY);
    if (found == null) {
      found = new ArrayList<>();
      registry.putResource(KEY, found);
    }
    return found;
  }

  /**
   * One transaction at a time: the lock holds until it ends, so that two events never follow the
   * same one. All other changes are sent to the database before.
   */
  private void write() {
    database.flush();
    database
        .createNativeQuery("select cast(pg_advisory_xact_lock(0, ?1) as text)")
        .setParameter(1, CHAIN_LOCK)
        .getSingleResult();
    Optional<AuditEvent> last = AuditEvent.last();
    long position = last.map(AuditEvent::position).orElse(0L);
    String head = last.map(AuditEvent::hash).orElse(AuditEvent.START);
    List<Unwritten> unwritten = unwritten();
    for (Unwritten one : unwritten) {
      position++;
      Instant at = one.day().orElseGet(this::now);
      AuditEvent event = new AuditEvent(position, at, one.entry(), head);
      event.persist();
      head = event.hash();
    }
    unwritten.clear();
    database.flush();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
