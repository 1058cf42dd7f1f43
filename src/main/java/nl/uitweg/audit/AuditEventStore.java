package nl.uitweg.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and adds the audit events, in the caller's transaction. */
@ApplicationScoped
class AuditEventStore implements PanacheRepositoryBase<AuditEvent, Long> {

  private static final int BATCH_SIZE = 2_000;

  /** The event at a position, as stored in the database now. */
  Optional<AuditEvent> atPosition(long position) {
    return find("position", position).firstResultOptional();
  }

  Optional<AuditEvent> last() {
    return find("order by position desc").firstResultOptional();
  }

  /** The first event with this action about an object. */
  Optional<AuditEvent> first(AuditObject object, AuditAction action) {
    return find("object = ?1 and action = ?2 order by position", object.name(), action.code())
        .firstResultOptional();
  }

  /** All events about an object, oldest first. */
  List<AuditEvent> about(AuditObject object) {
    return list("object = ?1 order by position", object.name());
  }

  /** Verifies the next events after those that the chain has verified, at most this many. */
  void verifyNext(AuditChain chain, int limit) {
    after(chain.validEvents(), limit).forEach(chain::accept);
    flush();
    getEntityManager().clear();
  }

  /** Verifies all events, a batch at a time. */
  AuditChain verifyAll() {
    AuditChain chain = new AuditChain();
    long before = -1;
    // finds an event before position 1, which verifyNext would not read
    after(Long.MIN_VALUE, 1).forEach(chain::accept);
    while (chain.firstBreak().isEmpty() && chain.validEvents() > before) {
      before = chain.validEvents();
      verifyNext(chain, BATCH_SIZE);
    }
    return chain;
  }

  private List<AuditEvent> after(long position, int count) {
    return find("position > ?1 order by position", position).page(0, count).list();
  }

  /** Takes the lock on the chain until the transaction ends. */
  void lockChain() {
    getEntityManager()
        .createNativeQuery("select cast(pg_advisory_xact_lock(0, ?1) as text)")
        .setParameter(1, AuditTrail.CHAIN_LOCK)
        .getSingleResult();
  }

  /**
   * Events between two positions, both exclusive.
   *
   * @param newestFirst whether to return the last {@code count} events, newest first, instead of
   *     the first, oldest first
   */
  List<AuditEvent> between(
      AuditFilter filter, long above, long below, boolean newestFirst, int count) {
    // The period is converted to positions first: events are ordered by time, except those that
    // carry only a day.
    long low = filter.from().map(from -> Math.max(above, firstPosition(from) - 1)).orElse(above);
    long high = filter.until().map(until -> Math.min(below, firstPosition(until))).orElse(below);
    Map<String, Object> values = new LinkedHashMap<>();
    put(values, "actor", filter.actor());
    put(values, "action", filter.action());
    put(values, "object", filter.object());
    put(values, "result", filter.result());
    StringBuilder conditions = new StringBuilder("position > :low and position < :high");
    values.keySet().forEach(name -> conditions.append(" and %1$s = :%1$s".formatted(name)));
    values.put("low", low);
    values.put("high", high);
    String order = " order by position" + (newestFirst ? " desc" : "");
    return find(conditions + order, values).page(0, count).list();
  }

  private static void put(Map<String, Object> values, String name, String value) {
    if (!value.isEmpty()) {
      values.put(name, value);
    }
  }

  /**
   * Position of the first event at or after a moment. Ignores {@code RECEIVED} events, which have
   * only a day.
   */
  private long firstPosition(Instant moment) {
    return find(
            "at >= ?1 and action <> ?2 order by at, position", moment, AuditAction.RECEIVED.code())
        .firstResultOptional()
        .map(AuditEvent::position)
        .orElse(AuditSearch.END_POSITION);
  }

  /** Counts the events about an object per actor and action, most recent first. */
  List<AuditSearch.ActionCount> countActions(String object) {
    return find(
            """
            select actor, action, count(*), min(at), max(at) from AuditEvent
             where object = ?1 group by actor, action order by max(at) desc, actor, action""",
            object)
        .project(AuditSearch.ActionCount.class)
        .list();
  }

  /**
   * All values of a column. Jumps through the index from one value to the next (loose index scan)
   * instead of reading every event.
   */
  List<String> distinct(String column) {
    List<?> values =
        getEntityManager()
            .createNativeQuery(
                """
                with recursive each as (
                  select min(%1$s) as value from audit_event
                  union all
                  select (select min(%1$s) from audit_event where %1$s > each.value)
                  from each where each.value is not null)
                select value from each where value is not null"""
                    .formatted(column),
                String.class)
            .getResultList();
    return values.stream().map(String::valueOf).toList();
  }
}
