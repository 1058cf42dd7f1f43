package nl.uitweg.desk.inbox;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.uitweg.desk.inbox.JoinCondition.Kind;

/**
 * Finds and counts the reports of the inbox, in the caller's transaction.
 *
 * <p>The queries of a page have one subquery that PostgreSQL carries out for each municipality, and
 * one for reports that no municipality has taken. Each reads an index of migration V4 in the order
 * of the inbox, and stops when it has a page, so that the last page costs what the first one does.
 * The conditions on the state are those of the indexes, letter for letter. Every condition on
 * another table is a scalar subquery, so that PostgreSQL never turns it into a join.
 */
@Singleton
class InboxStore {

  /**
   * The reports of one part after a position, newest first. The parameter of a condition that does
   * not apply is {@code false} or {@code ''}; {@link #planWithValues} says why that costs nothing.
   */
  private static final String OLDER =
      """
      select p.id, p.received_on
      from (
        select r.id, r.received_on
        from unnest(string_to_array(:municipalities, ',')) with ordinality as m(id, position)
        cross join lateral (
          select s.id, s.received_on
          from report s
          where s.municipality = m.id
            and (:closed and s.state in ('CLOSED', 'SPAM', 'WITHDRAWN')
              or not :closed and s.state not in ('CLOSED', 'SPAM', 'WITHDRAWN'))
            and (:urgency = '' or s.urgency = :urgency)
            and (:state = '' or s.state = :state)
            and (:form = '' or :form = any(s.forms))
            and (not :bounded or s.received_on between :earliest
              and (cast(string_to_array(:latestDays, ',') as date[]))[m.position])
            and (s.received_on, s.id) < (:day, :id)
            and (not :smallSet or s.id = any(cast(string_to_array(:ids, ',') as uuid[])))
            and (not :unassigned or (select true from handling h
              where h.report_id = s.id and h.assigned_to is null and h.closed_at is null limit 1))
            and (:mine = '' or (select true from handling h
              where h.report_id = s.id and h.assigned_to = :mine and h.closed_at is null limit 1))
            and (not :unread or (select true from handling h
              where h.report_id = s.id and h.first_read_at is null and h.closed_at is null limit 1))
            and (:assigned = '' or (select true from handling h
              where h.report_id = s.id and h.assigned_to = :assigned limit 1))
            and (not :unreadMessage or (select true from message a
              where a.report_id = s.id and not a.read and not a.from_officer limit 1))
            and (not :newOutcome or (select true from new_outcome o
              where o.report_id = s.id limit 1))
            and (:label = '' or (select true from facet f
              where f.report_id = s.id and f.value = decode(:label, 'hex') limit 1))
            and (:consent = '' or (select true from facet f
              where f.report_id = s.id and f.value = decode(:consent, 'hex') limit 1))
            and (:danger = '' or (select true from facet f
              where f.report_id = s.id and f.value = decode(:danger, 'hex') limit 1))
          order by s.received_on desc, s.id desc
          limit :size) r
        union all (
          select s.id, s.received_on
          from report s
          where :untaken and s.municipality is null
            and (:closed and s.state in ('CLOSED', 'SPAM', 'WITHDRAWN')
              or not :closed and s.state not in ('CLOSED', 'SPAM', 'WITHDRAWN'))
            and (:urgency = '' or s.urgency = :urgency)
            and (:state = '' or s.state = :state)
            and (:form = '' or :form = any(s.forms))
            and (not :bounded or s.received_on between :earliest and :untakenLatest)
            and (s.received_on, s.id) < (:day, :id)
            and (not :smallSet or s.id = any(cast(string_to_array(:ids, ',') as uuid[])))
            and (not :unassigned or (select true from handling h
              where h.report_id = s.id and h.assigned_to is null and h.closed_at is null limit 1))
            and (:mine = '' or (select true from handling h
              where h.report_id = s.id and h.assigned_to = :mine and h.closed_at is null limit 1))
            and (not :unread or (select true from handling h
              where h.report_id = s.id and h.first_read_at is null and h.closed_at is null limit 1))
            and (:assigned = '' or (select true from handling h
              where h.report_id = s.id and h.assigned_to = :assigned limit 1))
            and (not :unreadMessage or (select true from message a
              where a.report_id = s.id and not a.read and not a.from_officer limit 1))
            and (not :newOutcome or (select true from new_outcome o
              where o.report_id = s.id limit 1))
            and (:label = '' or (select true from facet f
              where f.report_id = s.id and f.value = decode(:label, 'hex') limit 1))
            and (:consent = '' or (select true from facet f
              where f.report_id = s.id and f.value = decode(:consent, 'hex') limit 1))
            and (:danger = '' or (select true from facet f
              where f.report_id = s.id and f.value = decode(:danger, 'hex') limit 1))
          order by s.received_on desc, s.id desc
          limit :size)
      ) p
      order by p.received_on desc, p.id desc
      limit :size""";

  /** The same in the opposite direction: the reports before a position, oldest first. */
  private static final String NEWER = OLDER.replace(") < (", ") > (").replace(" desc", " asc");

  private static final String COUNT = "select count(*) from (" + OLDER + ") c";

  private static final UUID LOWEST_ID = new UUID(0, 0);
  private static final UUID HIGHEST_ID = new UUID(-1, -1);

  private final EntityManager database;

  InboxStore(EntityManager database) {
    this.database = database;
  }

  /** The id of a report and its day of receipt, in the order of the columns of a page. */
  private record Row(UUID id, LocalDate receivedOn) {}

  /** The reports of one part that come after a position, or the first ones; newest first. */
  List<Cursor> older(InboxSelection selection, Part part, Optional<Cursor> after, int size) {
    Cursor start = after.orElse(new Cursor(part, InboxScope.NO_LATEST_DAY, HIGHEST_ID));
    return rows(page(OLDER, Row.class, selection, start, size), part);
  }

  /** The reports of one part that come before a position, or the last ones; oldest first. */
  List<Cursor> newer(InboxSelection selection, Part part, Optional<Cursor> before, int size) {
    Cursor start = before.orElse(new Cursor(part, InboxScope.NO_EARLIEST_DAY, LOWEST_ID));
    return rows(page(NEWER, Row.class, selection, start, size), part);
  }

  private static List<Cursor> rows(TypedQuery<Row> page, Part part) {
    return page.getResultStream().map(row -> new Cursor(part, row.receivedOn(), row.id())).toList();
  }

  /** The number of reports in one part, counted up to a limit. */
  int count(InboxSelection selection, Part part, int limit) {
    Cursor start = new Cursor(part, InboxScope.NO_LATEST_DAY, HIGHEST_ID);
    return page(COUNT, Long.class, selection, start, limit).getSingleResult().intValue();
  }

  private <T> TypedQuery<T> page(
      String sql, Class<T> result, InboxSelection selection, Cursor start, int size) {
    Part part = start.part();
    InboxScope scope = selection.scope();
    Map<Kind, String> tested = selection.tested();
    return query(sql, result)
        .setParameter("municipalities", String.join(",", scope.latestDays().keySet()))
        .setParameter("latestDays", join(scope.latestDays().values()))
        .setParameter("untaken", scope.untakenLatestDay().isPresent())
        .setParameter("untakenLatest", scope.untakenLatestDay().orElse(InboxScope.NO_LATEST_DAY))
        .setParameter("earliest", scope.earliestDay())
        .setParameter("bounded", scope.hasBounds())
        .setParameter("closed", part.isClosed())
        .setParameter("urgency", part.urgency().or(selection::urgency).map(Enum::name).orElse(""))
        .setParameter("state", selection.state().map(Enum::name).orElse(""))
        .setParameter("form", selection.form().orElse(""))
        .setParameter("day", start.received())
        .setParameter("id", start.id())
        .setParameter("smallSet", selection.smallSet().isPresent())
        .setParameter("ids", join(selection.smallSet().orElse(List.of())))
        .setParameter("unassigned", tested.containsKey(Kind.UNASSIGNED))
        .setParameter("mine", tested.getOrDefault(Kind.MINE, ""))
        .setParameter("unread", tested.containsKey(Kind.UNREAD))
        .setParameter("assigned", tested.getOrDefault(Kind.ASSIGNED, ""))
        .setParameter("unreadMessage", tested.containsKey(Kind.UNREAD_MESSAGE))
        .setParameter("newOutcome", tested.containsKey(Kind.NEW_OUTCOME))
        .setParameter("label", tested.getOrDefault(Kind.LABEL, ""))
        .setParameter("consent", tested.getOrDefault(Kind.CONSENT, ""))
        .setParameter("danger", tested.getOrDefault(Kind.DANGER, ""))
        .setParameter("size", size);
  }

  /**
   * Lets PostgreSQL plan each query for the values of its parameters, until {@link #planAsUsual}. A
   * plan for any values would keep the conditions that do not apply, and could use no index for
   * those that do.
   */
  void planWithValues() {
    setPlanCacheMode("force_custom_plan");
  }

  /**
   * Ends {@link #planWithValues}: for the small queries that follow in the transaction, planning
   * would take longer than the query.
   */
  void planAsUsual() {
    setPlanCacheMode("auto");
  }

  private void setPlanCacheMode(String mode) {
    database
        .createNativeQuery("select set_config('plan_cache_mode', :mode, true)", String.class)
        .setParameter("mode", mode)
        .getSingleResult();
  }

  /** The reports that match a condition on another table, at most {@code limit} of them. */
  List<UUID> matching(JoinCondition condition, int limit) {
    TypedQuery<UUID> matching =
        switch (condition.kind()) {
          case UNASSIGNED ->
              ids(
                  """
                  select h.report_id from handling h
                  where h.assigned_to is null and h.closed_at is null
                  limit :size""");
          case MINE ->
              ids("""
                      select h.report_id from handling h
                      where h.assigned_to = :officer and h.closed_at is null
                      limit :size""")
                  .setParameter("officer", condition.value());
          case UNREAD ->
              ids(
                  """
                  select h.report_id from handling h
                  where h.first_read_at is null and h.closed_at is null
                  limit :size""");
          case UNREAD_MESSAGE ->
              ids(
                  """
                  select distinct a.report_id from message a
                  where not a.read and not a.from_officer
                  limit :size""");
          case NEW_OUTCOME -> ids("select distinct o.report_id from new_outcome o limit :size");
          case ASSIGNED ->
              ids("select h.report_id from handling h where h.assigned_to = :officer limit :size")
                  .setParameter("officer", condition.value());
          case LABEL, CONSENT, DANGER ->
              ids("""
                      select f.report_id from facet f
                      where f.value = decode(:index, 'hex')
                      limit :size""")
                  .setParameter("index", condition.value());
        };
    return matching.setParameter("size", limit).getResultList();
  }

  private TypedQuery<UUID> ids(String sql) {
    return query(sql, UUID.class);
  }

  @SuppressWarnings("unchecked") // the result of createNativeQuery has that type
  private <T> TypedQuery<T> query(String sql, Class<T> result) {
    return (TypedQuery<T>) database.createNativeQuery(sql, result);
  }

  private static String join(Collection<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(","));
  }
}
