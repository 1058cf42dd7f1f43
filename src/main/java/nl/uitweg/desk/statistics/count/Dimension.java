package nl.uitweg.desk.statistics.count;

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
public enum Dimension {
  MONTH,
  FORM(forms()),
  STATE(ShownState.keys()),
  SOURCE(Source.keys()),
  LANGUAGE,
  READING("same-day", "next-day", "week", "longer", "not-yet", "unknown"),
  CLOSING("week", "month", "quarter", "longer", "not-yet", "unknown"),
  RECIPIENT,
  OUTCOME;

  public static final String UNKNOWN = "unknown";

  /** A report that is in more than one category of what is counted. */
  static final String SEVERAL = "several";

  @SuppressWarnings("ImmutableEnumChecker") // List.copyOf is immutable
  private final List<String> categories;

  private static List<String> forms() {
    return Stream.concat(
            ExploitationForm.keys().stream(), Stream.of(ExploitationForm.UNSURE, SEVERAL, "none"))
        .toList();
  }

  Dimension(String... categories) {
    this(List.of(categories));
  }

  Dimension(List<String> categories) {
    this.categories = List.copyOf(categories);
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

  /** A form of exploitation; one that this version does not know counts as unsure. */
  static String form(String form) {
    return FORM.categories.contains(form) ? form : ExploitationForm.UNSURE;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
