package nl.uitweg.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Searches the audit events, newest first. Pages start at a position instead of a row offset
 * (keyset pagination), so that every page of a long chain costs the same.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AuditSearch {

  /** A position after every event. */
  public static final long END_POSITION = Long.MAX_VALUE;

  private final EntityManager database;

  AuditSearch(EntityManager database) {
    this.database = database;
  }

  /** The last events before this position, newest first. */
  public List<AuditEvent> before(AuditFilter filter, long position, int count) {
    return find(filter, 0, position, "desc", count);
  }

  /** The first events after this position, newest first. */
  public List<AuditEvent> after(AuditFilter filter, long position, int count) {
    List<AuditEvent> events = find(filter, position, END_POSITION, "asc", count);
    Collections.reverse(events);
    return events;
  }

  private List<AuditEvent> find(
      AuditFilter filter, long above, long below, String order, int count) {
    // The period is converted to positions first: events are ordered by time, except those that
    // carry only a day.
    long low = filter.from().map(from -> Math.max(above, first(from) - 1)).orElse(above);
    long high = filter.until().map(until -> Math.min(below, first(until))).orElse(below);
    Map<String, Object> conditions = new LinkedHashMap<>();
    put(conditions, "actor", filter.actor());
    put(conditions, "action", filter.action());
    put(conditions, "object", filter.object());
    put(conditions, "result", filter.result());
    StringBuilder query =
        new StringBuilder("from AuditEvent where position > :low and position < :high");
    conditions.keySet().forEach(name -> query.append(" and %1$s = :%1$s".formatted(name)));
    TypedQuery<AuditEvent> select =
        database
            .createQuery(query + " order by position " + order, AuditEvent.class)
            .setParameter("low", low)
            .setParameter("high", high)
            .setMaxResults(count);
    conditions.forEach(select::setParameter);
    return select.getResultList();
  }

  private static void put(Map<String, Object> conditions, String name, String value) {
    if (!value.isEmpty()) {
      conditions.put(name, value);
    }
  }

  /** Position of the first event at or after a moment. */
  private long first(Instant moment) {
    return database
        .createQuery(
            "select position from AuditEvent where at >= :moment and action <> :untimed"
                + " order by at, position",
            Long.class)
        .setParameter("moment", moment)
        .setParameter("untimed", AuditTrail.RECEIVED)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElse(END_POSITION);
  }

  /** All actors that occur in the chain. */
  public List<String> actors() {
    return distinct("actor");
  }

  /** All actions that occur in the chain. */
  public List<String> actions() {
    return distinct("action");
  }

  /** All results that occur in the chain. */
  public List<String> results() {
    return distinct("result");
  }

  /**
   * All values of a column. Jumps through the index from one value to the next (loose index scan)
   * instead of reading every event.
   */
  private List<String> distinct(String column) {
    List<?> values =
        database
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

  /**
   * How often one actor performed one action on an object.
   *
   * @param times number of events between {@code first} and {@code last}
   */
  public record ActionCount(String actor, String action, long times, Instant first, Instant last) {}

  /** Counts the events about an object per actor and action, most recent first. */
  public List<ActionCount> countActions(String object) {
    return database
        .createQuery(
            "select actor, action, count(*), min(at), max(at) from AuditEvent where object ="
                + " :object group by actor, action order by max(at) desc, actor, action",
            ActionCount.class)
        .setParameter("object", object)
        .getResultList();
  }
}
