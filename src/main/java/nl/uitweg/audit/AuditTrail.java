package nl.uitweg.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.uitweg.platform.persistence.BeforeCommitTasks;

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
  public static final int CHAIN_LOCK = 7_204_112;

  private static final String KEY = AuditTrail.class.getName();
  private static final String NOTHING_TO_RECORD = KEY + ".nothing";

  private final AuditEventStore events;
  private final TransactionSynchronizationRegistry registry;
  private final BeforeCommitTasks beforeCommit;
  private final Clock clock;

  AuditTrail(
      AuditEventStore events,
      TransactionSynchronizationRegistry registry,
      BeforeCommitTasks beforeCommit,
      Clock clock) {
    this.events = events;
    this.registry = registry;
    this.beforeCommit = beforeCommit;
    this.clock = clock;
  }

  /**
   * An event that has not been written yet.
   *
   * @param at the time to record; empty for the time of writing
   */
  private record PendingEvent(AuditEntry entry, Optional<Instant> at) {}

  /** Adds an event with the time at which it is written. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(AuditEntry entry) {
    add(new PendingEvent(entry, Optional.empty()));
  }

  /**
   * Adds an event that has only a day. Used for {@link AuditAction#RECEIVED}: the exact time would
   * reveal when a reporter was writing.
   *
   * @param startOfDay start of the day in Dutch time
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void addForDay(AuditEntry entry, Instant startOfDay) {
    add(new PendingEvent(entry, Optional.of(startOfDay)));
  }

  /** The events about an object that this transaction has added and not written yet. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<AuditEntry> pending(AuditObject object) {
    return pendingEvents().stream()
        .map(PendingEvent::entry)
        .filter(entry -> entry.object().equals(object))
        .toList();
  }

  /**
   * Declares that this transaction changed and showed nothing that needs an event, for example
   * because the same form was sent before.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void nothingToRecord() {
    registry.putResource(NOTHING_TO_RECORD, true);
  }

  /** Whether this transaction declared that there is nothing to record. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean hasNothingToRecord() {
    return registry.getResource(NOTHING_TO_RECORD) != null;
  }

  /** The actions of the events that this transaction has added and not written yet. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Set<AuditAction> pendingActions() {
    return pendingEvents().stream()
        .map(event -> event.entry().action())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Reason of the first event with this action about an object, including events not written yet.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<String> reasonOfFirst(AuditObject object, AuditAction action) {
    return events
        .first(object, action)
        .map(AuditEvent::reason)
        .or(
            () ->
                pending(object).stream()
                    .filter(entry -> entry.action() == action)
                    .map(AuditEntry::reason)
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
    events.flush();
    events.lockChain();
    Optional<AuditEvent> last = events.last();
    long position = last.map(AuditEvent::position).orElse(0L);
    String head = last.map(AuditEvent::hash).orElse(AuditEvent.GENESIS_HASH);
    List<PendingEvent> pendingEvents = pendingEvents();
    for (PendingEvent pending : pendingEvents) {
      position++;
      Instant at = pending.at().orElseGet(this::now);
      AuditEvent event = new AuditEvent(position, at, AuditFields.of(pending.entry()), head);
      events.persist(event);
      head = event.hash();
    }
    pendingEvents.clear();
    events.flush();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
