package nl.uitweg.desk.statistics;

import java.util.List;
import java.util.Locale;

/**
 * By what reports are counted. Every report is in exactly one category of each dimension, so that
 * the categories add up to the total ({@link Suppression} relies on it): a report with two forms of
 * exploitation is in {@code several}, one that was purged in {@code unknown}.
 */
enum Dimension {
  MONTH,
  FORM("labour", "sexual", "criminal", "begging", "organs", "unsure", "several", "none"),
  STATE("new", "working", "referred", "closed", "withdrawn"),
  SOURCE("victim", "resident", "professional", "unknown"),
  LANGUAGE,
  READING("same-day", "next-day", "week", "longer", "not-yet", "unknown"),
  CLOSING("week", "month", "quarter", "longer", "not-yet", "unknown");

  static final String UNKNOWN = "unknown";

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> categories;

  Dimension(String... categories) {
    this.categories = List.of(categories);
  }

  /** Empty when they depend on the half-year or the installation. */
  List<String> categories() {
    return categories;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
