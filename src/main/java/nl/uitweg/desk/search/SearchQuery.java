package nl.uitweg.desk.search;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.report.ReportFilter;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportState;

/**
 * The form of a search as it was typed, given back on the page; {@link SearchTerms} and {@link
 * ReportFilter} are what it means.
 */
record SearchQuery(
    String q, String state, String form, String municipality, String from, String until) {

  static final SearchQuery NOTHING = new SearchQuery("", "", "", "", "", "");

  private static final int LONGEST_GIVEN_BACK = 2_000;
  private static final DateTimeFormatter DUTCH =
      DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT);

  static SearchQuery of(MultivaluedMap<String, String> form) {
    return new SearchQuery(
        one(form, "q"),
        one(form, "state"),
        one(form, "form"),
        one(form, "municipality"),
        one(form, "from"),
        one(form, "until"));
  }

  private static String one(MultivaluedMap<String, String> form, String name) {
    String typed = Optional.ofNullable(form.getFirst(name)).orElse("").strip();
    return typed.length() <= LONGEST_GIVEN_BACK ? typed : typed.substring(0, LONGEST_GIVEN_BACK);
  }

  /**
   * @throws SearchTerms.InvalidSearchException with the key of the sentence when a filter is none
   *     of those offered
   */
  ReportFilter filter(Officer officer) throws SearchTerms.InvalidSearchException {
    Optional<LocalDate> first = day(from);
    Optional<LocalDate> last = day(until);
    if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
      throw new SearchTerms.InvalidSearchException("search.wrong-period");
    }
    return new ReportFilter(
        chosen(state, states().stream().map(ReportState::key).toList()).map(ReportState::of),
        chosen(form, Question.FORMS.options()),
        chosen(municipality, officer.municipalities()),
        first,
        last);
  }

  static List<ReportState> states() {
    return List.of(ReportState.values());
  }

  private static Optional<String> chosen(String value, List<String> offered)
      throws SearchTerms.InvalidSearchException {
    if (!value.isEmpty() && !offered.contains(value)) {
      throw new SearchTerms.InvalidSearchException("search.wrong-choice");
    }
    return Optional.of(value).filter(chosen -> !chosen.isEmpty());
  }

  private static Optional<LocalDate> day(String typed) throws SearchTerms.InvalidSearchException {
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate day =
          typed.matches("\\d{1,2}-\\d{1,2}-\\d{4}")
              ? LocalDate.parse(typed, DUTCH)
              : LocalDate.parse(typed);
      if (day.getYear() < 2000 || day.getYear() > 9999) {
        throw new SearchTerms.InvalidSearchException("search.wrong-day");
      }
      return Optional.of(day);
    } catch (DateTimeException e) {
      throw new SearchTerms.InvalidSearchException("search.wrong-day");
    }
  }

  /** Never the words: this may end in a log. */
  @Override
  public String toString() {
    return "SearchQuery";
  }
}
