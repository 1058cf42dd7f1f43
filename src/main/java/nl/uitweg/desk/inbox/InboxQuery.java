package nl.uitweg.desk.inbox;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.region.ReadingDeadline;
import nl.uitweg.report.indexing.Facets;

/**
 * Finds the reports of one page of the inbox, and counts the reports of each view. The SQL has a
 * subquery per municipality and per {@link Part}, so that each subquery is answered from its own
 * index. Callers open the transaction.
 */
@Singleton
class InboxQuery {

  /** The largest number of reports that is counted exactly. */
  static final int MAX_COUNT = 99;

  /**
   * When at most this many reports match a {@link JoinCondition}, the query starts from those
   * reports.
   */
  private static final int SMALL_SET_LIMIT = 2_000;

  private final EntityManager database;
  private final ReadingDeadline deadline;
  private final Facets facets;
  private final Clock clock;

  InboxQuery(EntityManager database, ReadingDeadline deadline, Facets facets, Clock clock) {
    this.database = database;
    this.deadline = deadline;
    this.facets = facets;
    this.clock = clock;
  }

  /** The municipality of one subquery; empty for reports that no municipality has taken. */
  private record Branch(Optional<String> municipality, int number) {
    String condition() {
      return municipality.isPresent()
          ? "s.municipality = :municipality" + number
          : "s.municipality is null";
    }
  }

  /**
   * The view and the filter as parts of SQL.
   *
   * @param conditions conditions on the report {@code s}, each preceded by "and"
   */
  private record Selection(
      InboxView view,
      List<Branch> branches,
      List<Part> parts,
      String conditions,
      Map<String, Object> values) {}

  /**
   * @param backwards whether the page ends before the cursor instead of starting after it
   * @return at most {@code size} cursors, in the order of the inbox
   */
  List<Cursor> page(
      Officer officer, InboxFilter filter, Optional<Cursor> cursor, boolean backwards, int size) {
    Selection selection = select(officer, filter);
    List<Part> parts = new ArrayList<>(selection.parts());
    if (backwards) {
      Collections.reverse(parts);
    }
    List<Cursor> cursors = new ArrayList<>();
    for (Part part : parts) {
      int partOrder = cursor.map(at -> part.compareTo(at.part())).orElse(backwards ? -1 : 1);
      boolean before = backwards ? partOrder > 0 : partOrder < 0;
      if (cursors.size() < size && !before) {
        cursors.addAll(
            part(
                selection,
                part,
                cursor.filter(at -> partOrder == 0),
                backwards,
                size - cursors.size()));
      }
    }
    if (backwards) {
      Collections.reverse(cursors);
    }
    return cursors;
  }

  private List<Cursor> part(
      Selection selection, Part part, Optional<Cursor> at, boolean backwards, int size) {
    if (selection.branches().isEmpty()) {
      return List.of();
    }
    String order =
        backwards
            ? " order by received_on asc, id asc limit :size"
            : " order by received_on desc, id desc limit :size";
    String cursorCondition =
        at.isEmpty()
            ? ""
            : " and (s.received_on, s.id) " + (backwards ? ">" : "<") + " (:day, :id)";
    Map<String, Object> values = new HashMap<>(selection.values());
    values.put("size", size);
    at.ifPresent(
        cursor -> {
          values.put("day", cursor.received());
          values.put("id", cursor.id());
        });
    String sql =
        selection.branches().stream()
            .map(
                branch ->
                    "(select s.id, s.received_on from report s where "
                        + condition(branch, part, selection.view())
                        + selection.conditions()
                        + cursorCondition
                        + order
                        + ")")
            .collect(
                Collectors.joining(
                    " union all ", "select id, cast(received_on as text) from (", ") u" + order));
    return rows(sql, values).stream()
        .map(row -> (Object[]) row)
        .map(row -> new Cursor(part, LocalDate.parse((String) row[1]), (UUID) row[0]))
        .toList();
  }

  /** The number of reports in each view; {@link #MAX_COUNT} + 1 when there are more than that. */
  Map<InboxView, Integer> counts(Officer officer) {
    Map<InboxView, Integer> counts = new EnumMap<>(InboxView.class);
    for (InboxView view : InboxView.values()) {
      Optional<JoinCondition> join = view.join(officer);
      Selection selection = selectFromReports(officer, new InboxFilter(view, Map.of()));
      counts.put(view, join.map(b -> count(selection, b)).orElseGet(() -> count(selection)));
    }
    return counts;
  }

  /**
   * The number of reports that match a filter; {@link #MAX_COUNT} + 1 when there are more than
   * that.
   */
  int count(Officer officer, InboxFilter filter) {
    Selection selection = select(officer, filter);
    return selection.branches().isEmpty() ? 0 : count(selection);
  }

  private int count(Selection selection) {
    List<String> subqueries = new ArrayList<>();
    for (Branch branch : selection.branches()) {
      for (Part part : selection.parts()) {
        subqueries.add(
            "(select 1 from report s where "
                + condition(branch, part, selection.view())
                + selection.conditions()
                + " limit :maxCount)");
      }
    }
    if (subqueries.isEmpty()) {
      return 0;
    }
    return number(
        "select count(*) from (select 1 from ("
            + String.join(" union all ", subqueries)
            + ") p limit :maxCount) c",
        selection.values());
  }

  /** Counts from the joined table, which has rows only for reports in the view. */
  private int count(Selection selection, JoinCondition join) {
    String reports =
        selection.branches().stream()
            .flatMap(
                branch ->
                    selection.parts().stream()
                        .map(part -> "(" + condition(branch, part, selection.view()) + ")"))
            .collect(Collectors.joining(" or "));
    Map<String, Object> values = new HashMap<>(selection.values());
    values.putAll(join.values());
    return number(
        "select count(*) from (" + join.selectMatching(reports) + " limit :maxCount) c", values);
  }

  private int number(String sql, Map<String, Object> values) {
    Map<String, Object> parameters = new HashMap<>(values);
    parameters.put("maxCount", MAX_COUNT + 1);
    return Math.min(MAX_COUNT + 1, ((Number) rows(sql, parameters).get(0)).intValue());
  }

  private static String condition(Branch branch, Part part, InboxView view) {
    String overdueCondition =
        view == InboxView.OVERDUE ? " and s.received_on <= :overdue" + branch.number() : "";
    return branch.condition() + " and " + part.condition() + overdueCondition;
  }

  private Selection select(Officer officer, InboxFilter filter) {
    Selection selection = selectFromReports(officer, filter);
    StringBuilder conditions = new StringBuilder(selection.conditions());
    Map<String, Object> values = new HashMap<>(selection.values());
    List<JoinCondition> joins = joins(officer, filter);
    Optional<SmallSet> smallest =
        joins.stream()
            .flatMap(join -> smallSet(join).stream())
            .min(Comparator.comparing(set -> set.ids().length()));
    smallest.ifPresent(
        set -> {
          conditions.append(" and s.id = any(cast(string_to_array(:smallSet, ',') as uuid[]))");
          values.put("smallSet", set.ids());
        });
    for (JoinCondition join : joins) {
      if (!smallest.map(SmallSet::join).equals(Optional.of(join))) {
        conditions.append(join.probe());
        values.putAll(join.values());
      }
    }
    return new Selection(
        selection.view(), selection.branches(), selection.parts(), conditions.toString(), values);
  }

  /** The reports that match a condition, when they are few; {@code ids} is separated by commas. */
  private record SmallSet(JoinCondition join, String ids) {}

  /** Empty when more than {@link #SMALL_SET_LIMIT} reports match. */
  private Optional<SmallSet> smallSet(JoinCondition join) {
    Map<String, Object> values = new HashMap<>(join.values());
    values.put("smallSetLimit", SMALL_SET_LIMIT + 1);
    List<?> ids = rows(join.smallSet(), values);
    return ids.size() > SMALL_SET_LIMIT
        ? Optional.empty()
        : Optional.of(
            new SmallSet(
                join, ids.stream().map(Object::toString).collect(Collectors.joining(","))));
  }

  private List<JoinCondition> joins(Officer officer, InboxFilter filter) {
    List<JoinCondition> joins = new ArrayList<>();
    filter.view().join(officer).ifPresent(joins::add);
    filter
        .find(InboxFilter.ASSIGNED)
        .map(name -> JoinCondition.handling("h.assigned_to = :assigned", Map.of("assigned", name)))
        .ifPresent(joins::add);
    filter
        .find(InboxFilter.LABEL)
        .map(key -> JoinCondition.facet("label", facets.indexHex(Facets.LABEL, key)))
        .ifPresent(joins::add);
    filter
        .consent()
        .map(level -> JoinCondition.facet("consent", facets.indexHex(Facets.CONSENT, level.name())))
        .ifPresent(joins::add);
    return joins;
  }

  /** The selection without the conditions on other tables. */
  private Selection selectFromReports(Officer officer, InboxFilter filter) {
    Map<String, Object> values = new HashMap<>();
    List<Branch> branches = branches(officer, filter);
    LocalDate today = DutchTime.today(clock);
    for (Branch branch : branches) {
      branch.municipality().ifPresent(id -> values.put("municipality" + branch.number(), id));
      if (filter.view() == InboxView.OVERDUE) {
        values.put(
            "overdue" + branch.number(),
            deadline.latestOverdueReceivedOn(branch.municipality(), today));
      }
    }
    List<Part> parts = filter.view().parts().stream().filter(part -> part.mayHold(filter)).toList();
    StringBuilder sql = new StringBuilder();
    ConditionBuilder conditionBuilder = new ConditionBuilder(sql, values);
    filter.state().ifPresent(s -> conditionBuilder.add("s.state = :state", "state", s.name()));
    filter
        .urgency()
        .ifPresent(u -> conditionBuilder.add("s.urgency = :urgency", "urgency", u.name()));
    filter
        .find(InboxFilter.FORM)
        .ifPresent(f -> conditionBuilder.add(":form = any(s.forms)", "form", f));
    filter
        .day(InboxFilter.FROM)
        .ifPresent(day -> conditionBuilder.add("s.received_on >= :from", "from", day));
    filter
        .day(InboxFilter.UNTIL)
        .ifPresent(day -> conditionBuilder.add("s.received_on <= :until", "until", day));
    return new Selection(filter.view(), branches, parts, sql.toString(), values);
  }

  private static List<Branch> branches(Officer officer, InboxFilter filter) {
    List<Branch> branches = new ArrayList<>();
    for (String id : officer.municipalities()) {
      branches.add(new Branch(Optional.of(id), branches.size()));
    }
    branches.add(new Branch(Optional.empty(), branches.size()));
    return branches.stream()
        .filter(
            branch ->
                filter
                    .find(InboxFilter.MUNICIPALITY)
                    .map(chosen -> chosen.equals(branch.municipality().orElse("none")))
                    .orElse(true))
        .toList();
  }

  /** Collects the conditions of a filter and the values of their parameters. */
  private record ConditionBuilder(StringBuilder sql, Map<String, Object> values) {
    void add(String condition, String name, Object value) {
      sql.append(" and ").append(condition);
      values.put(name, value);
    }
  }

  private List<?> rows(String sql, Map<String, Object> values) {
    Query query = database.createNativeQuery(sql);
    values.forEach(query::setParameter);
    return query.getResultList();
  }
}
