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
 * Looks through the events, newest first. A page begins at a position and never at a row number, so
 * that every page of a long chain costs the same.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AuditSearch {

  /** Later than every event. */
  public static final long END = Long.MAX_VALUE;

  private final EntityManager database;

  AuditSearch(EntityManager database) {
    this.database = database;
  }

  /** Events older than this position, newest first. */
  public List<AuditEvent> before(AuditFilter filter, long position, int count) {
    return find(filter, 0, position, "desc", count);
  }

  /** The first events newer than this position, newest first. */
  public List<AuditEvent> after(AuditFilter filter, long position, int count) {
    List<AuditEvent> events = find(filter, position, END, "asc", count);
    Collections.reverse(events);
    return events;
  }

  private List<AuditEvent> find(
      AuditFilter filter, long above, long below, String order, int count) {
    // The period is turned into positions first: events are in order of time, but for those that
    // carry a day only.
    long low = filter.from().map(from -> Math.max(above, first(from) - 1)).orElse(above);
    long high = filter.until().map(until -> Math.min(below, first(until))).orElse(below);
    Map<String, Object> wanted = new LinkedHashMap<>();
    put(wanted, "actor", filter.actor());
    put(wanted, "action", filter.action());
    put(wanted, "object", filter.object());
    put(wanted, "result", filter.result());
    StringBuilder query =
        new StringBuilder("from AuditEvent where position > :low and position < :high");
    wanted.keySet().forEach(name -> query.append(" and %1$s = :%1$s".formatted(name)));
    TypedQuery<AuditEvent> typed =
        database
            .createQuery(query + " order by position " + order, AuditEvent.class)
            .setParameter("low", low)
            .setParameter("high", high)
            .setMaxResults(count);
    wanted.forEach(typed::setParameter);
    return typed.getResultList();
  }

  private static void put(Map<String, Object> wanted, String name, String value) {
    if (!value.isEmpty()) {
      wanted.put(name, value);
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
        .orElse(END);
  }

  /** Everyone who ever did something. */
  public List<String> actors() {
    return distinct("actor");
  }

  public List<String> actions() {
    return distinct("action");
  }

  public List<String> results() {
    return distinct("result");
  }

  /** Jumps through the index from one value to the next, instead of reading every event. */
  private List<String> distinct(String column) {
    List<?> found =
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
    return found.stream().map(String::valueOf).toList();
  }

  /**
   * What one person did to one object.
   *
   * @param times how often, between the first and the last moment
   */
  public record ActionCount(String actor, String action, long times, Instant first, Instant last) {}

  /** Who did what to an object, the last deed first. */
  public List<ActionCount> deeds(String object) {
    return database
        .createQuery(
            "select actor, action, count(*), min(at), max(at) from AuditEvent where object ="
                + " :object group by actor, action order by max(at) desc, actor, action",
            ActionCount.class)
        .setParameter("object", object)
        .getResultList();
  }
}
