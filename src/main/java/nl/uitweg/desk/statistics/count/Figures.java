package nl.uitweg.desk.statistics.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.referral.Recipient;
import nl.uitweg.region.ReadingDeadline;
import nl.uitweg.region.Region;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.indexing.Facets;
import nl.uitweg.report.indexing.Outcomes;

/**
 * Adds up what {@link FigureStore} counts in a half-year. {@link #of} returns only the numbers that
 * {@link Suppression} lets through, {@link #full} all of some municipalities. Callers open the
 * transaction.
 */
@ApplicationScoped
public class Figures {

  private final FigureStore store;
  private final Region region;
  private final Facets facets;
  private final Languages languages;
  private final ReadingDeadline deadline;
  private final Clock clock;

  Figures(
      FigureStore store,
      Region region,
      Facets facets,
      Languages languages,
      ReadingDeadline deadline,
      Clock clock) {
    this.store = store;
    this.region = region;
    this.facets = facets;
    this.languages = languages;
    this.deadline = deadline;
    this.clock = clock;
  }

  /** The figures that may leave the desk. */
  public Map<Dimension, SafeTable> of(HalfYear halfYear) {
    return of(halfYear, List.of());
  }

  /**
   * The figures for a reader of the region.
   *
   * @param known ids of the municipalities of which this reader knows every number
   */
  public Map<Dimension, SafeTable> of(HalfYear halfYear, List<String> known) {
    Tally tally = count(halfYear);
    return tables(
        Dimension.TERM,
        dimension ->
            Suppression.protect(
                tally.counts(dimension, region.ids(), categories(dimension, halfYear)),
                dimension.inferable(),
                known));
  }

  /**
   * Every number of these municipalities, also under five. Only for an officer who may read all
   * their reports, and never for anything that leaves the desk.
   */
  public Map<Dimension, SafeTable> full(HalfYear halfYear, List<String> municipalities) {
    Tally tally = count(halfYear);
    for (FigureStore.Reading reading : store.readings(halfYear, municipalities)) {
      tally.add(Dimension.TERM, reading.municipality(), term(reading).key(), reading.reports());
    }
    return tables(
        Dimension.READING,
        dimension ->
            SafeTable.full(
                tally.counts(dimension, municipalities, categories(dimension, halfYear))));
  }

  private static Map<Dimension, SafeTable> tables(
      Dimension leftOut, Function<Dimension, SafeTable> table) {
    Map<Dimension, SafeTable> tables = new EnumMap<>(Dimension.class);
    Stream.of(Dimension.values())
        .filter(dimension -> dimension != leftOut)
        .forEach(dimension -> tables.put(dimension, table.apply(dimension)));
    return tables;
  }

  private ReadingTerm term(FigureStore.Reading reading) {
    LocalDate receivedOn = LocalDate.parse(reading.receivedOn());
    return ReadingTerm.of(
        receivedOn,
        Optional.of(reading.readOn()).filter(day -> !day.isEmpty()).map(LocalDate::parse),
        deadline.lastDay(Optional.of(reading.municipality()), receivedOn));
  }

  private List<String> categories(Dimension dimension, HalfYear halfYear) {
    return switch (dimension) {
      case MONTH -> halfYear.months(DutchTime.today(clock));
      case LANGUAGE -> {
        List<String> codes = new ArrayList<>(languages.all().stream().map(l -> l.code()).toList());
        codes.add(Dimension.UNKNOWN);
        yield codes;
      }
      case RECIPIENT -> {
        List<String> keys = new ArrayList<>();
        Stream.of(Recipient.values()).map(Recipient::key).forEach(keys::add);
        keys.addAll(List.of(Dimension.SEVERAL, Dimension.UNKNOWN));
        yield keys;
      }
      case OUTCOME -> {
        List<String> keys = new ArrayList<>(Outcomes.ALL);
        keys.add(Dimension.UNKNOWN);
        yield keys;
      }
      default -> dimension.categories();
    };
  }

  private Tally count(HalfYear halfYear) {
    Map<String, Category> categoryByFacet = categoryByFacet();
    Tally tally = new Tally();
    for (FigureStore.Count count : store.counts(halfYear)) {
      for (Category category : categories(count, categoryByFacet)) {
        tally.add(category.dimension(), count.municipality(), category.key(), count.reports());
      }
    }
    return tally;
  }

  /** A category of a dimension. */
  private record Category(Dimension dimension, String key) {}

  /** The categories to which a count adds; none for a facet that is not shown as a figure. */
  private static List<Category> categories(
      FigureStore.Count count, Map<String, Category> categoryByFacet) {
    String key = count.category();
    return switch (CountedDimension.of(count.dimension())) {
      case MONTH -> List.of(new Category(Dimension.MONTH, key));
      case FORM, GONE_FORM -> List.of(new Category(Dimension.FORM, Dimension.form(key)));
      case STATE -> List.of(new Category(Dimension.STATE, shownState(key).key()));
      case READING -> List.of(new Category(Dimension.READING, key));
      case CLOSING -> List.of(new Category(Dimension.CLOSING, key));
      case RECIPIENT -> List.of(new Category(Dimension.RECIPIENT, key));
      case FACET -> Optional.ofNullable(categoryByFacet.get(key)).stream().toList();
      // Of a purged report, only the month, the form and the fact that it was closed are known.
      case GONE_MONTH ->
          List.of(
              new Category(Dimension.MONTH, key),
              new Category(Dimension.STATE, ShownState.CLOSED.key()));
    };
  }

  /**
   * @param state as migration V8 spells it, for example {@code in_progress}
   */
  private static ShownState shownState(String state) {
    return ShownState.of(ReportState.valueOf(state.toUpperCase(Locale.ROOT)));
  }

  /** Blind index in hexadecimal → what it stands for. */
  private Map<String, Category> categoryByFacet() {
    Map<String, Category> categories = new HashMap<>();
    for (String role : Question.ROLE.options()) {
      categories.put(
          facets.indexHex(Facets.ROLE, role),
          new Category(Dimension.SOURCE, Source.ofRole(role).key()));
    }
    for (String people : Facets.COUNTED_PEOPLE) {
      categories.put(
          facets.indexHex(Facets.PEOPLE, people), new Category(Dimension.PEOPLE, people));
    }
    for (Language language : languages.all()) {
      categories.put(
          facets.indexHex(Facets.LANGUAGE, language.code()),
          new Category(Dimension.LANGUAGE, language.code()));
    }
    for (String outcome : Outcomes.ALL) {
      categories.put(
          facets.indexHex(Facets.OUTCOME, outcome), new Category(Dimension.OUTCOME, outcome));
    }
    return categories;
  }
}
