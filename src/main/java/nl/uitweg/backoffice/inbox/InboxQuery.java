package nl.uitweg.backoffice.inbox;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.backoffice.Officer;
import nl.uitweg.region.ReadingTerm;
import nl.uitweg.signal.Facets;

/**
 * Finds the reports of one page, and counts those of each view, in SQL that asks per municipality
 * and per {@link Part} so that each piece is read from its index. Callers open the transaction.
 */
@Singleton
class InboxQuery {

  static final int MOST = 1_000;

  private final EntityManager database;
  private final ReadingTerm term;
  private final Facets facets;
  private final Clock clock;

  InboxQuery(EntityManager database, ReadingTerm term, Facets facets, Clock clock) {
    this.database = database;
    this.term = term;
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

    String late() {
      return ":late" + number;
    }
  }

  /**
   * @param back whether the page ends before the cursor instead of starting after it
   * @return at most {@code size} places in the order of the inbox
   */
  List<Cursor> page(
      Officer officer, Filter filter, Optional<Cursor> cursor, boolean back, int size) {
    List<Part> parts = new ArrayList<>(filter.view().parts());
    if (back) {
      Collections.reverse(parts);
    }
    List<Cursor> found = new ArrayList<>();
    for (Part part : parts) {
      int passed = cursor.map(at -> part.compareTo(at.part())).orElse(back ? -1 : 1);
      boolean before = back ? passed > 0 : passed < 0;
      if (found.size() < size && !before) {
        found.addAll(
            part(
                officer,
                filter,
                part,
                cursor.filter(at -> passed == 0),
                back,
                size - found.size()));
      }
    }
    if (back) {
      Collections.reverse(found);
    }
    return found;
  }

  private List<Cursor> part(
      Officer officer, Filter filter, Part part, Optional<Cursor> at, boolean back, int size) {
    String order =
        back
            ? " order by received_on asc, id asc limit :size"
            : " order by received_on desc, id desc limit :size";
    String place =
        at.isEmpty() ? "" : " and (s.received_on, s.id) " + (back ? ">" : "<") + " (:day, :id)";
    Map<String, Object> values = new HashMap<>(Map.of("size", size));
    at.ifPresent(
        cursor -> {
          values.put("day", cursor.received());
          values.put("id", cursor.id());
        });
    String narrowed = narrowed(filter, values);
    List<Branch> branches = branches(officer, filter);
    if (branches.isEmpty()) {
      return List.of();
    }
    String sql =
        branches.stream()
            .map(
                branch ->
                    "(select s.id, s.received_on from signal s where "
                        + condition(branch, part, filter.view(), officer, values)
                        + narrowed
                        + place
                        + order
                        + ")")
            .collect(
                Collectors.joining(
                    " union all ", "select id, cast(received_on as text) from (", ") u" + order));
    return rows(sql, values).stream()
        .map(row -> new Cursor(part, LocalDate.parse((String) row[1]), (UUID) row[0]))
        .toList();
  }

  /** How many reports each view has, {@link #MOST} + 1 when there are more than can be counted. */
  Map<View, Integer> counts(Officer officer) {
    Map<String, Object> values = new HashMap<>(Map.of("most", MOST + 1));
    Filter none = new Filter(View.ALL, Map.of());
    String sql =
        Stream.of(View.values())
            .map(view -> "(" + count(officer, none, view, "", values) + ")")
            .collect(Collectors.joining(", ", "select ", ""));
    Object[] numbers = rows(sql, values).get(0);
    Map<View, Integer> counts = new EnumMap<>(View.class);
    int column = 0;
    for (View view : View.values()) {
      counts.put(view, Math.min(MOST + 1, ((Number) numbers[column++]).intValue()));
    }
    return counts;
  }

  /** How many reports a narrowed view has. */
  int count(Officer officer, Filter filter) {
    Map<String, Object> values = new HashMap<>(Map.of("most", MOST + 1));
    String narrowed = narrowed(filter, values);
    if (branches(officer, filter).isEmpty()) {
      return 0;
    }
    String sql = count(officer, filter, filter.view(), narrowed, values);
    Query query = database.createNativeQuery(sql);
    values.forEach(query::setParameter);
    return Math.min(MOST + 1, ((Number) query.getSingleResult()).intValue());
  }

  private String count(
      Officer officer, Filter filter, View view, String narrowed, Map<String, Object> values) {
    List<String> pieces = new ArrayList<>();
    for (Branch branch : branches(officer, filter)) {
      for (Part part : view.parts()) {
        pieces.add(
            "(select 1 from signal s where "
                + condition(branch, part, view, officer, values)
                + narrowed
                + " limit :most)");
      }
    }
    return "select count(*) from (select 1 from ("
        + String.join(" union all ", pieces)
        + ") p limit :most) c";
  }

  private String condition(
      Branch branch, Part part, View view, Officer officer, Map<String, Object> values) {
    branch.municipality().ifPresent(id -> values.put("municipality" + branch.number(), id));
    String condition = view.condition();
    if (condition.contains(":late")) {
      LocalDate today = LocalDate.now(clock.withZone(InboxRows.DUTCH_TIME));
      values.put("late" + branch.number(), term.lateFrom(branch.municipality(), today));
    }
    if (condition.contains(":me")) {
      values.put("me", officer.name());
    }
    return branch.condition()
        + " and "
        + part.condition()
        + condition.replace(":late", branch.late());
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

  private String narrowed(Filter filter, Map<String, Object> values) {
    StringBuilder sql = new StringBuilder();
    Narrowing narrowing = new Narrowing(sql, values);
    filter.state().ifPresent(s -> narrowing.add("s.state = :state", "state", s.name()));
    filter.urgency().ifPresent(u -> narrowing.add("s.urgency = :urgency", "urgency", u.name()));
    filter.chosen(Filter.FORM).ifPresent(f -> narrowing.add(":form = any(s.forms)", "form", f));
    filter.day(Filter.FROM).ifPresent(day -> narrowing.add("s.received_on >= :from", "from", day));
    filter.day(Filter.TO).ifPresent(day -> narrowing.add("s.received_on <= :to", "to", day));
    filter
        .chosen(Filter.ASSIGNED)
        .ifPresent(
            name ->
                narrowing.add(
                    "exists (select from handling o where o.signal_id = s.id and o.assigned_to ="
                        + " :assigned)",
                    "assigned",
                    name));
    filter
        .chosen(Filter.LABEL)
        .ifPresent(key -> narrowing.add(facet(":label"), "label", facets.name(Facets.LABEL, key)));
    filter
        .consent()
        .ifPresent(
            c ->
                narrowing.add(facet(":consent"), "consent", facets.name(Facets.CONSENT, c.name())));
    return sql.toString();
  }

  private static String facet(String parameter) {
    return "exists (select from facet f where f.signal_id = s.id and f.value = decode("
        + parameter
        + ", 'hex'))";
  }

  /** The conditions of a filter, and the values of their parameters. */
  private record Narrowing(StringBuilder sql, Map<String, Object> values) {
    void add(String condition, String name, Object value) {
      sql.append(" and ").append(condition);
      values.put(name, value);
    }
  }

  private List<Object[]> rows(String sql, Map<String, Object> values) {
    Query query = database.createNativeQuery(sql, Object[].class);
    values.forEach(query::setParameter);
    List<Object[]> rows = new ArrayList<>();
    for (Object row : query.getResultList()) {
      rows.add((Object[]) row);
    }
    return rows;
  }
}
