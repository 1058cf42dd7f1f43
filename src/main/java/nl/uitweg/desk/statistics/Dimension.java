package nl.uitweg.desk.statistics;

import java.util.List;
import java.util.Locale;

/**
 * By what reports are counted. Every report is in exactly one category of each dimension, so that
 * the categories add up to the total ({@link Suppression} relies on it): a report with two forms of
 * exploitation, or referred to two kinds of recipients, is in {@code several}, one that was purged
 * in {@code unknown}. Recipients and outcomes count few of the reports: all others are in {@code
 * unknown}, and other dimensions tell nearly how many those are ({@link #guessed()}).
 */
enum Dimension {
  MONTH,
  FORM("labour", "sexual", "criminal", "begging", "organs", "unsure", "several", "none"),
  STATE("new", "working", "referred", "closed", "withdrawn"),
  SOURCE("victim", "resident", "professional", "unknown"),
  LANGUAGE,
  READING("same-day", "next-day", "week", "longer", "not-yet", "unknown"),
  CLOSING("week", "month", "quarter", "longer", "not-yet", "unknown"),
  RECIPIENT,
  OUTCOME;

  static final String UNKNOWN = "unknown";

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> categories;

  Dimension(String... categories) {
    this.categories = List.of(categories);
  }

  /** Empty when they depend on the half-year, the installation or another feature. */
  List<String> categories() {
    return categories;
  }

  /** Categories that somebody may find in another dimension, so that hiding them hides nothing. */
  List<String> guessed() {
    return this == RECIPIENT || this == OUTCOME ? List.of(UNKNOWN) : List.of();
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
