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
 * Adds events to the audit chain in the transaction of the change that they record, so that both
 * are committed or neither. The events are written just before the commit, because writing takes a
 * lock on the chain: all other writers wait until the transaction ends.
 */
@ApplicationScoped
public class AuditTrail {

  /**
   * Key of the advisory lock on the chain: an arbitrary number that all writers share. It is the
   * second key of a two-key lock; only the desk may take such locks (roles.sql).
   */
  static final int CHAIN_LOCK = 7_204_112;

  /** Action: a report was first received. The event carries the day only. */
  public static final String RECEIVED = "received";

  /**
   * Action: the notes key of a report was created. Notes under any other key are refused from then
   * on.
   */
  public static final String NOTES_SEALED = "notes-sealed";

  /**
   * Action: a report was deleted after its retention period. Content with the id of that report is
   * refused from then on.
   */
  public static final String PURGED = "purge";

  private static final String KEY = AuditTrail.class.getName();
  private static final String NOTHING_TO_RECORD = KEY + ".nothing";

  private final EntityManager database;
  private final TransactionSynchronizationRegistry registry;
  private final BeforeCommitTasks beforeCommit;
  private final Clock clock;

  AuditTrail(
      EntityManager database,
      TransactionSynchronizationRegistry registry,
      BeforeCommitTasks beforeCommit,
      Clock clock) {
    this.database = database;
    this.registry = registry;
    this.beforeCommit = beforeCommit;
    this.clock = clock;
  }

  /**
   * The data of an event.
   *
   * @param actor user name of the officer, or the name of the job that acted, for example {@code
   *     retention}
   * @param object the object of the action, for example {@code report/<id>}
   * @param result {@code done}, {@code refused}, {@code does-not-open} (sealed content cannot be
   *     decrypted) or, for a verification of the chain, {@code broken}
   * @param reason the reason that the officer gave, or a detail of the action, for example the
   *     fingerprint of a key; empty when there is neither
   */
  public record Entry(String actor, String action, String object, String result, String reason) {}

  /**
   * An event that has not been written yet.
   *
   * @param at the time to record; empty for the time of writing
   */
  private record PendingEvent(Entry entry, Optional<Instant> at) {}

  /** Adds an event with the time at which it is written. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(Entry entry) {
    add(new PendingEvent(entry, Optional.empty()));
  }

  /**
   * Adds an event that carries only a day. Used for {@link #RECEIVED}: the exact time would reveal
   * when a reporter was writing.
   *
   * @param startOfDay start of the day in Dutch time
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void addForDay(Entry entry, Instant startOfDay) {
    add(new PendingEvent(entry, Optional.of(startOfDay)));
  }

  /** The events about an object that this transaction has added and not written yet. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Entry> pending(String object) {
    return pendingEvents().stream()
        .map(PendingEvent::entry)
        .filter(entry -> entry.object().equals(object))
        .toList();
  }

  /**
   * Says that this transaction changed nothing and showed nothing, for example because the same
   * form was sent before.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void nothingToRecord() {
    registry.putResource(NOTHING_TO_RECORD, true);
  }

  /** Whether this transaction has added an event, or said that there is nothing to record. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean isRecorded() {
    return !pendingEvents().isEmpty() || registry.getResource(NOTHING_TO_RECORD) != null;
  }

  /**
   * Reason of the first event with this action about an object, including events not written yet.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<String> reasonOfFirst(String object, String action) {
    return AuditEvent.first(object, action)
        .map(AuditEvent::reason)
        .or(
            () ->
                pending(object).stream()
                    .filter(entry -> entry.action().equals(action))
                    .map(Entry::reason)
                    .findFirst());
  }

  private void add(PendingEvent event) {
    List<PendingEvent> pendingEvents = pendingEvents();
    if (pendingEvents.isEmpty()) {
      beforeCommit.add(this::write);
    }
    pendingEvents.add(event);
  }

  /** The pending events of this transaction. */
  @SuppressWarnings("unchecked")
  private List<PendingEvent> pendingEvents() {
    List<PendingEvent> pendingEvents = (List<PendingEvent>) registry.getResource(KEY);
    if (pendingEvents == null) {
      pendingEvents = new ArrayList<>();
      registry.putResource(KEY, pendingEvents);
    }
    return pendingEvents;
  }

  /**
   * Writes the pending events. Holds the chain lock until the transaction ends, so that no two
   * events have the same predecessor. Flushes all other changes to the database first.
   */
  private void write() {
    database.flush();
    database
        .createNativeQuery("select cast(pg_advisory_xact_lock(0, ?1) as text)")
        .setParameter(1, CHAIN_LOCK)
        .getSingleResult();
    Optional<AuditEvent> last = AuditEvent.last();
    long position = last.map(AuditEvent::position).orElse(0L);
    String head = last.map(AuditEvent::hash).orElse(AuditEvent.GENESIS_HASH);
    List<PendingEvent> pendingEvents = pendingEvents();
    for (PendingEvent pending : pendingEvents) {
      position++;
      Instant at = pending.at().orElseGet(this::now);
      AuditEvent event = new AuditEvent(position, at, pending.entry(), head);
      event.persist();
      head = event.hash();
    }
    pendingEvents.clear();
    database.flush();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
