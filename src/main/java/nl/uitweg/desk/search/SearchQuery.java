package nl.uitweg.desk.search;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.report.bulk.ReportFilter;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportState;

/**
 * The fields of the search form as the officer entered them; the page shows them again. {@link
 * SearchTerms} and {@link ReportFilter} are parsed from it.
 */
record SearchQuery(
    String q, String state, String form, String municipality, String from, String until) {

  static final SearchQuery EMPTY = new SearchQuery("", "", "", "", "", "");

  private static final int MAX_LENGTH = 2_000;

  static SearchQuery of(MultivaluedMap<String, String> form) {
    return new SearchQuery(
        value(form, "q"),
        value(form, "state"),
        value(form, "form"),
        value(form, "municipality"),
        value(form, "from"),
        value(form, "until"));
  }

  private static String value(MultivaluedMap<String, String> form, String name) {
    String input = Optional.ofNullable(form.getFirst(name)).orElse("").strip();
    return input.length() <= MAX_LENGTH ? input : input.substring(0, MAX_LENGTH);
  }

  /**
   * Parses the filters.
   *
   * @throws SearchTerms.InvalidSearchException when a filter has a value that the form does not
   *     offer, a day is not valid, or the first day is after the last
   */
  ReportFilter filter(Officer officer) throws SearchTerms.InvalidSearchException {
    Optional<LocalDate> fromDate = date(from);
    Optional<LocalDate> untilDate = date(until);
    if (fromDate.isPresent() && untilDate.isPresent() && fromDate.get().isAfter(untilDate.get())) {
      throw new SearchTerms.InvalidSearchException("search.wrong-period");
    }
    return new ReportFilter(
        offeredValue(state, states().stream().map(ReportState::key).toList()).map(ReportState::of),
        offeredValue(form, Question.FORMS.options()),
        offeredValue(municipality, officer.municipalities()),
        fromDate,
        untilDate);
  }

  static List<ReportState> states() {
    return List.of(ReportState.values());
  }

  private static Optional<String> offeredValue(String value, List<String> offered)
      throws SearchTerms.InvalidSearchException {
    if (!value.isEmpty() && !offered.contains(value)) {
      throw new SearchTerms.InvalidSearchException("search.wrong-choice");
    }
    return Optional.of(value).filter(chosen -> !chosen.isEmpty());
  }

  private static Optional<LocalDate> date(String input) throws SearchTerms.InvalidSearchException {
    if (input.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate date = Dates.parseDay(input);
      if (date.getYear() < 2000 || date.getYear() > 9999) {
        throw new SearchTerms.InvalidSearchException("search.wrong-day");
      }
      return Optional.of(date);
    } catch (DateTimeException e) {
      throw new SearchTerms.InvalidSearchException("search.wrong-day");
    }
  }

  /** Omits the search terms, because the result may be logged. */
  @Override
  public String toString() {
    return "SearchQuery";
  }
}
