package nl.uitweg.desk.inbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.region.ReadingDeadline;
import nl.uitweg.report.indexing.Facets;

/**
 * Decides which reports are on one page of the inbox, and which are counted for each view; {@link
 * InboxStore} and {@link ViewCountStore} find them. Callers open the transaction.
 */
@Singleton
class InboxQuery {

  /** The largest number of reports that is counted exactly. */
  static final int MAX_COUNT = 9_999;

  /**
   * When at most this many reports match a {@link JoinCondition}, the inbox starts from those
   * reports.
   */
  private static final int SMALL_SET_LIMIT = 2_000;

  private final InboxStore store;
  private final ViewCountStore viewCountStore;
  private final ReadingDeadline deadline;
  private final Facets facets;
  private final Clock clock;

  InboxQuery(
      InboxStore store,
      ViewCountStore viewCountStore,
      ReadingDeadline deadline,
      Facets facets,
      Clock clock) {
    this.store = store;
    this.viewCountStore = viewCountStore;
    this.deadline = deadline;
    this.facets = facets;
    this.clock = clock;
  }

  /**
   * @param backwards whether the page ends before the cursor instead of starting after it
   * @return at most {@code size} cursors, in the order of the inbox
   */
  List<Cursor> page(
      Officer officer, InboxFilter filter, Optional<Cursor> cursor, boolean backwards, int size) {
    store.planWithValues();
    List<Cursor> cursors = findPage(select(officer, filter), filter, cursor, backwards, size);
    store.planAsUsual();
    return cursors;
  }

  private List<Cursor> findPage(
      InboxSelection selection,
      InboxFilter filter,
      Optional<Cursor> cursor,
      boolean backwards,
      int size) {
    if (selection.isEmpty()) {
      return List.of();
    }
    List<Part> parts = new ArrayList<>(parts(filter));
    if (backwards) {
      Collections.reverse(parts);
    }
    List<Cursor> cursors = new ArrayList<>();
    for (Part part : parts) {
      int partOrder = cursor.map(at -> part.compareTo(at.part())).orElse(backwards ? -1 : 1);
      boolean outside = backwards ? partOrder > 0 : partOrder < 0;
      if (cursors.size() < size && !outside) {
        cursors.addAll(
            part(
                selection,
                part,
                cursor.filter(at -> partOrder == 0),
                backwards != filter.oldestFirst(),
                size - cursors.size()));
      }
    }
    if (backwards) {
      Collections.reverse(cursors);
    }
    return cursors;
  }

  private List<Cursor> part(
      InboxSelection selection, Part part, Optional<Cursor> at, boolean newer, int size) {
    InboxSelection rest = at.map(start -> selection.startingAt(start, newer)).orElse(selection);
    return newer ? store.newer(rest, part, at, size) : store.older(rest, part, at, size);
  }

  /** The number of reports in each view; {@link #MAX_COUNT} + 1 when there are more than that. */
  Map<InboxView, Integer> counts(Officer officer) {
    ViewCounts viewCounts =
        viewCountStore.count(
            allMunicipalities(officer, true), officer.name(), dangerIndex(), MAX_COUNT + 1);
    Map<InboxView, Integer> counts = new EnumMap<>(InboxView.class);
    for (InboxView view : InboxView.values()) {
      counts.put(view, (int) Math.min(MAX_COUNT + 1, viewCounts.of(view)));
    }
    return counts;
  }

  /**
   * The number of reports that match a filter; {@link #MAX_COUNT} + 1 when there are more than
   * that.
   */
  int count(Officer officer, InboxFilter filter) {
    store.planWithValues();
    InboxSelection selection = select(officer, filter);
    int count = 0;
    for (Part part : selection.isEmpty() ? List.<Part>of() : parts(filter)) {
      if (count <= MAX_COUNT) {
        count += store.count(selection, part, MAX_COUNT + 1 - count);
      }
    }
    store.planAsUsual();
    return count;
  }

  private static List<Part> parts(InboxFilter filter) {
    return filter.view().parts().stream().filter(part -> part.mayHold(filter)).toList();
  }

  private InboxSelection select(Officer officer, InboxFilter filter) {
    List<JoinCondition> conditions = conditions(officer, filter);
    Optional<SmallSet> smallest =
        conditions.stream()
            .flatMap(condition -> smallSet(condition).stream())
            .min(Comparator.comparing(set -> set.ids().size()));
    Map<JoinCondition.Kind, String> tested = new EnumMap<>(JoinCondition.Kind.class);
    conditions.forEach(condition -> tested.put(condition.kind(), condition.value()));
    smallest.ifPresent(set -> tested.remove(set.condition().kind()));
    return new InboxSelection(
        scope(officer, filter),
        filter.view().state().or(filter::state),
        filter.urgency(),
        filter.form(),
        tested,
        smallest.map(SmallSet::ids));
  }

  /** The reports that match a condition, when they are few. */
  private record SmallSet(JoinCondition condition, List<UUID> ids) {}

  /** Empty when more than {@link #SMALL_SET_LIMIT} reports match. */
  private Optional<SmallSet> smallSet(JoinCondition condition) {
    List<UUID> ids = store.matching(condition, SMALL_SET_LIMIT + 1);
    return ids.size() > SMALL_SET_LIMIT
        ? Optional.empty()
        : Optional.of(new SmallSet(condition, ids));
  }

  private List<JoinCondition> conditions(Officer officer, InboxFilter filter) {
    List<JoinCondition> conditions =
        new ArrayList<>(filter.view().conditions(officer, dangerIndex()));
    filter
        .assignee()
        .map(name -> new JoinCondition(JoinCondition.Kind.ASSIGNED, name))
        .ifPresent(conditions::add);
    filter
        .label()
        .map(label -> facets.indexHex(Facets.LABEL, label))
        .map(index -> new JoinCondition(JoinCondition.Kind.LABEL, index))
        .ifPresent(conditions::add);
    filter
        .consent()
        .map(consent -> facets.indexHex(Facets.CONSENT, consent.name()))
        .map(index -> new JoinCondition(JoinCondition.Kind.CONSENT, index))
        .ifPresent(conditions::add);
    return conditions;
  }

  private String dangerIndex() {
    return facets.indexHex(Facets.DANGER, Facets.FOUND);
  }

  private InboxScope scope(Officer officer, InboxFilter filter) {
    InboxScope all = allMunicipalities(officer, filter.view() == InboxView.DUE);
    InboxScope chosen = filter.municipality().map(all::only).orElse(all);
    return chosen
        .from(filter.earliestDay().orElse(InboxScope.NO_EARLIEST_DAY))
        .until(filter.latestDay().orElse(InboxScope.NO_LATEST_DAY));
  }

  /**
   * @param due whether the latest day of receipt is the last one for which the deadline is today
   */
  private InboxScope allMunicipalities(Officer officer, boolean due) {
    Map<String, LocalDate> latestDays = new LinkedHashMap<>();
    for (String id : officer.municipalities()) {
      latestDays.put(id, due ? latestDue(Optional.of(id)) : InboxScope.NO_LATEST_DAY);
    }
    LocalDate untaken = due ? latestDue(Optional.empty()) : InboxScope.NO_LATEST_DAY;
    return new InboxScope(InboxScope.NO_EARLIEST_DAY, latestDays, Optional.of(untaken));
  }

  private LocalDate latestDue(Optional<String> municipality) {
    return deadline.latestOverdueReceivedOn(municipality, DutchTime.today(clock).plusDays(1));
  }
}
