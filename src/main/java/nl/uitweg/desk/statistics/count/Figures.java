package nl.uitweg.desk.statistics.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.referral.Recipient;
import nl.uitweg.region.Region;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.indexing.Facets;
import nl.uitweg.report.indexing.Outcomes;

/**
 * Adds up what {@link FigureStore} counts in a half-year, and returns only the numbers that {@link
 * Suppression} lets through. Callers open the transaction.
 */
@ApplicationScoped
public class Figures {

  private final FigureStore store;
  private final Region region;
  private final Facets facets;
  private final Languages languages;

  Figures(FigureStore store, Region region, Facets facets, Languages languages) {
    this.store = store;
    this.region = region;
    this.facets = facets;
    this.languages = languages;
  }

  public Map<Dimension, SafeTable> of(HalfYear halfYear) {
    Tally tally = count(halfYear);
    Map<Dimension, SafeTable> tables = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      tables.put(
          dimension,
          Suppression.protect(
              tally.counts(dimension, region.ids(), categories(dimension, halfYear)),
              dimension.inferable()));
    }
    return tables;
  }

  private List<String> categories(Dimension dimension, HalfYear halfYear) {
    return switch (dimension) {
      case MONTH -> halfYear.months();
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
