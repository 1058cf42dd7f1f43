package nl.uitweg.desk.statistics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.uitweg.report.content.ExploitationForm;

/**
 * A property by which reports are counted. Every report is in exactly one category of each
 * dimension, so the categories add up to the total; {@link Suppression} relies on this. A report
 * with two forms of exploitation, or that was referred to two kinds of recipients, is in {@code
 * several}. A purged report is in {@code unknown}. Only few reports have a recipient or an outcome.
 * All others are in {@code unknown}, and other dimensions reveal approximately how many those are
 * ({@link #inferable()}).
 */
enum Dimension {
  MONTH,
  FORM(forms()),
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

  private static String[] forms() {
    return Stream.concat(
            ExploitationForm.keys().stream(), Stream.of(ExploitationForm.UNSURE, "several", "none"))
        .toArray(String[]::new);
  }

  Dimension(String... categories) {
    this.categories = List.of(categories);
  }

  /**
   * The keys of the categories; empty when they depend on the half-year, the installation or
   * another feature.
   */
  List<String> categories() {
    return categories;
  }

  /**
   * Categories whose number a reader may infer from another dimension, so that hiding them protects
   * nothing.
   */
  List<String> inferable() {
    return this == RECIPIENT || this == OUTCOME ? List.of(UNKNOWN) : List.of();
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
