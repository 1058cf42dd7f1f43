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
import nl.uitweg.report.Facets;

/**
 * Finds the reports of one page, and counts those of each view, in SQL that asks per municipality
 * and per {@link Part} so that each piece is read from its index. Callers open the transaction.
 */
@Singleton
class InboxQuery {

  /** More are not counted. */
  static final int MOST = 99;

  /** So many reports with a label, or of one officer, are few: the page starts from those. */
  private static final int FEW = 2_000;

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

  /** The municipality of a piece of a query; empty for what nobody has taken. */
  private record Branch(Optional<String> municipality, int number) {
    String condition() {
      return municipality.isPresent()
          ? "s.municipality = :municipality" + number
          : "s.municipality is null";
    }
  }

  /**
   * What is asked, ready to be put into SQL.
   *
   * @param narrowed conditions on the report {@code s}, each after "and"
   */
  private record Selection(
      View view,
      List<Branch> branches,
      List<Part> parts,
      String narrowed,
      Map<String, Object> values) {}

  /**
   * @param back whether the page ends before the cursor instead of starting after it
   * @return at most {@code size} places in the order of the inbox
   */
  List<Cursor> page(
      Officer officer, Filter filter, Optional<Cursor> cursor, boolean back, int size) {
    Selection selection = select(officer, filter);
    List<Part> parts = new ArrayList<>(selection.parts());
    if (back) {
      Collections.reverse(parts);
    }
    List<Cursor> found = new ArrayList<>();
    for (Part part : parts) {
      int passed = cursor.map(at -> part.compareTo(at.part())).orElse(back ? -1 : 1);
      boolean before = back ? passed > 0 : passed < 0;
      if (found.size() < size && !before) {
        found.addAll(
            part(selection, part, cursor.filter(at -> passed == 0), back, size - found.size()));
      }
    }
    if (back) {
      Collections.reverse(found);
    }
    return found;
  }

  private List<Cursor> part(
      Selection selection, Part part, Optional<Cursor> at, boolean back, int size) {
    if (selection.branches().isEmpty()) {
      return List.of();
    }
    String order =
        back
            ? " order by received_on asc, id asc limit :size"
            : " order by received_on desc, id desc limit :size";
    String place =
        at.isEmpty() ? "" : " and (s.received_on, s.id) " + (back ? ">" : "<") + " (:day, :id)";
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
                        + selection.narrowed()
                        + place
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

  /** How many reports each view has, {@link #MOST} + 1 when there are more than are counted. */
  Map<View, Integer> counts(Officer officer) {
    Map<View, Integer> counts = new EnumMap<>(View.class);
    for (View view : View.values()) {
      Optional<JoinCondition> join = view.join(officer);
      Selection selection = plain(officer, new Filter(view, Map.of()));
      counts.put(view, join.map(b -> count(selection, b)).orElseGet(() -> count(selection)));
    }
    return counts;
  }

  /** How many reports a narrowed view has. */
  int count(Officer officer, Filter filter) {
    Selection selection = select(officer, filter);
    return selection.branches().isEmpty() ? 0 : count(selection);
  }

  private int count(Selection selection) {
    List<String> pieces = new ArrayList<>();
    for (Branch branch : selection.branches()) {
      for (Part part : selection.parts()) {
        pieces.add(
            "(select 1 from report s where "
                + condition(branch, part, selection.view())
                + selection.narrowed()
                + " limit :most)");
      }
    }
    if (pieces.isEmpty()) {
      return 0;
    }
    return number(
        "select count(*) from (select 1 from ("
            + String.join(" union all ", pieces)
            + ") p limit :most) c",
        selection.values());
  }

  /** Starts from the other table, which has a row only for what the view is about. */
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
    return number("select count(*) from (" + join.counted(reports) + " limit :most) c", values);
  }

  private int number(String sql, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("most", MOST + 1);
    return Math.min(MOST + 1, ((Number) rows(sql, all).get(0)).intValue());
  }

  private static String condition(Branch branch, Part part, View view) {
    String late = view == View.LATE ? " and s.received_on <= :late" + branch.number() : "";
    return branch.condition() + " and " + part.condition() + late;
  }

  private Selection select(Officer officer, Filter filter) {
    Selection selection = plain(officer, filter);
    StringBuilder narrowed = new StringBuilder(selection.narrowed());
    Map<String, Object> values = new HashMap<>(selection.values());
    List<JoinCondition> joins = joins(officer, filter);
    Optional<SmallSet> smallest =
        joins.stream()
            .flatMap(join -> smallSet(join).stream())
            .min(Comparator.comparing(set -> set.ids().length()));
    smallest.ifPresent(
        set -> {
          narrowed.append(" and s.id = any(cast(string_to_array(:few, ',') as uuid[]))");
          values.put("few", set.ids());
        });
    for (JoinCondition join : joins) {
      if (!smallest.map(SmallSet::join).equals(Optional.of(join))) {
        narrowed.append(join.probe());
        values.putAll(join.values());
      }
    }
    return new Selection(
        selection.view(), selection.branches(), selection.parts(), narrowed.toString(), values);
  }

  /** The few reports that fit a condition, with commas between. */
  private record SmallSet(JoinCondition join, String ids) {}

  /** Empty when more than a few reports fit. */
  private Optional<SmallSet> smallSet(JoinCondition join) {
    Map<String, Object> values = new HashMap<>(join.values());
    values.put("enough", FEW + 1);
    List<?> ids = rows(join.smallSet(), values);
    return ids.size() > FEW
        ? Optional.empty()
        : Optional.of(
            new SmallSet(
                join, ids.stream().map(Object::toString).collect(Collectors.joining(","))));
  }

  private List<JoinCondition> joins(Officer officer, Filter filter) {
    List<JoinCondition> joins = new ArrayList<>();
    filter.view().join(officer).ifPresent(joins::add);
    filter
        .chosen(Filter.ASSIGNED)
        .map(name -> JoinCondition.handling("h.assigned_to = :assigned", Map.of("assigned", name)))
        .ifPresent(joins::add);
    filter
        .chosen(Filter.LABEL)
        .map(key -> JoinCondition.facet("label", facets.indexHex(Facets.LABEL, key)))
        .ifPresent(joins::add);
    filter
        .consent()
        .map(level -> JoinCondition.facet("consent", facets.indexHex(Facets.CONSENT, level.name())))
        .ifPresent(joins::add);
    return joins;
  }

  /** Without what stands in another table. */
  private Selection plain(Officer officer, Filter filter) {
    Map<String, Object> values = new HashMap<>();
    List<Branch> branches = branches(officer, filter);
    LocalDate today = DutchTime.today(clock);
    for (Branch branch : branches) {
      branch.municipality().ifPresent(id -> values.put("municipality" + branch.number(), id));
      if (filter.view() == View.LATE) {
        values.put(
            "late" + branch.number(), deadline.latestOverdueReceipt(branch.municipality(), today));
      }
    }
    List<Part> parts = filter.view().parts().stream().filter(part -> part.mayHold(filter)).toList();
    StringBuilder sql = new StringBuilder();
    Narrowing narrowing = new Narrowing(sql, values);
    filter.state().ifPresent(s -> narrowing.add("s.state = :state", "state", s.name()));
    filter.urgency().ifPresent(u -> narrowing.add("s.urgency = :urgency", "urgency", u.name()));
    filter.chosen(Filter.FORM).ifPresent(f -> narrowing.add(":form = any(s.forms)", "form", f));
    filter.day(Filter.FROM).ifPresent(day -> narrowing.add("s.received_on >= :from", "from", day));
    filter.day(Filter.TO).ifPresent(day -> narrowing.add("s.received_on <= :to", "to", day));
    return new Selection(filter.view(), branches, parts, sql.toString(), values);
  }

  private static List<Branch> branches(Officer officer, Filter filter) {
    List<Branch> branches = new ArrayList<>();
    for (String id : officer.municipalities()) {
      branches.add(new Branch(Optional.of(id), branches.size()));
    }
    branches.add(new Branch(Optional.empty(), branches.size()));
    return branches.stream()
        .filter(
            branch ->
                filter
                    .chosen(Filter.MUNICIPALITY)
                    .map(chosen -> chosen.equals(branch.municipality().orElse("none")))
                    .orElse(true))
        .toList();
  }

  /** The conditions of a filter, and the values of their parameters. */
  private record Narrowing(StringBuilder sql, Map<String, Object> values) {
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
