package nl.uitweg.site.report;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.region.MunicipalityFinder;
import nl.uitweg.region.Region;
import nl.uitweg.site.report.MunicipalitySearch.Outcome;

/**
 * How a visitor chooses a municipality. In a region of up to {@link #MAX_LISTED} they are all
 * listed. In a larger one the visitor types a postcode or a name; only the municipalities that were
 * found are listed. The text is sent in the body of the form and kept nowhere.
 */
@Singleton
class MunicipalityQuestion {

  static final String DONT_KNOW_OPTION = "dont-know";

  /** Names of the fields with the typed text, and with the text whose result the page shows. */
  static final String SEARCH_FIELD = "municipality-search";

  static final String SEARCHED_FIELD = "municipality-searched";

  private static final int MAX_LISTED = 20;
  private static final int MAX_MATCHES = 8;
  private static final int MAX_LENGTH = 100;

  private static final List<String> OTHER_OPTIONS =
      List.of(DONT_KNOW_OPTION, Step.ELSEWHERE_OPTION);

  private final Region region;
  private final MunicipalityFinder finder;

  MunicipalityQuestion(Region region, MunicipalityFinder finder) {
    this.region = region;
    this.finder = finder;
  }

  /** Whether the visitor types a postcode or a name, because the list would be too long. */
  boolean searchable() {
    return region.municipalities().size() > MAX_LISTED;
  }

  /** All options that a visitor may choose. */
  List<String> options() {
    return Stream.concat(region.ids().stream(), OTHER_OPTIONS.stream()).toList();
  }

  /**
   * The options that the page shows. In a searchable region: the matches or the municipality that
   * was chosen before, and the options that are no municipality.
   */
  List<String> shownOptions(List<String> chosen, MunicipalitySearch search) {
    if (!searchable()) {
      return options();
    }
    Stream<String> municipalities =
        Stream.concat(search.matches().stream(), chosen.stream())
            .filter(option -> !OTHER_OPTIONS.contains(option));
    return Stream.concat(municipalities, OTHER_OPTIONS.stream()).distinct().toList();
  }

  /** Searches for the posted text; {@link MunicipalitySearch#NONE} when there is none. */
  MunicipalitySearch search(MultivaluedMap<String, String> form) {
    String typed = text(form, SEARCH_FIELD);
    if (!searchable() || typed.isEmpty()) {
      return MunicipalitySearch.NONE;
    }
    MunicipalityFinder.Result result = finder.find(typed);
    List<String> found = result.municipalities().stream().map(Region.Municipality::id).toList();
    Outcome outcome =
        switch (found.size()) {
          case 0 -> result.postcodeOutside() ? Outcome.POSTCODE_OUTSIDE : Outcome.NOT_FOUND;
          case 1 -> Outcome.ONE;
          default -> found.size() > MAX_MATCHES ? Outcome.TOO_MANY : Outcome.SEVERAL;
        };
    return new MunicipalitySearch(
        typed,
        outcome,
        outcome == Outcome.TOO_MANY ? List.of() : found,
        !typed.equals(text(form, SEARCHED_FIELD)));
  }

  /**
   * The options that are chosen after a search. The only match is chosen. A text that decides
   * nothing cancels the choice of another municipality, so that no report goes to the wrong one.
   *
   * @param chosen the options that the visitor chose, at most one
   */
  List<String> chosen(List<String> chosen, MunicipalitySearch search) {
    if (search.outcome() == Outcome.ONE && (search.changed() || chosen.isEmpty())) {
      return search.matches();
    }
    return search.unsuccessful()
        ? chosen.stream().filter(OTHER_OPTIONS::contains).toList()
        : chosen;
  }

  private static String text(MultivaluedMap<String, String> form, String field) {
    return InputCleaner.clean(Optional.ofNullable(form.getFirst(field)).orElse(""), MAX_LENGTH);
  }
}
