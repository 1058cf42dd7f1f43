package nl.uitweg.desk.statistics.count;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.uitweg.report.content.ExploitationForm;

/**
 * A property by which reports are counted. Every report is in exactly one category of each
 * dimension, so the categories add up to the total; {@link Suppression} relies on this. A report
 * with two forms of exploitation, or that was referred to two kinds of recipients, is in {@code
 * several}. Except by month, form and state, a purged report is in {@code unknown}. A report
 * without a recipient or an outcome is in {@code unknown} too. Few reports have one, so other
 * dimensions reveal approximately how many have none ({@link #inferable()}).
 */
public enum Dimension {
  MONTH,
  FORM(forms()),
  STATE(ShownState.keys()),
  SOURCE(Source.keys()),
  /** About how many people the report is, as the reporter answered. */
  PEOPLE("one", "few", "many", "unknown"),
  LANGUAGE,
  /**
   * In how many working days the report was first read. Only in the figures of a reader to whom
   * nothing is hidden, who gets it instead of {@link #READING}: for the other figures the database
   * counts in days of the calendar, and two divisions of the same times would reveal more than one.
   */
  TERM(ReadingTerm.keys()),
  /** In how many days the report was first read. */
  READING("same-day", "next-day", "week", "longer", "not-yet", "unknown"),
  /** How soon after its receipt the report was closed. */
  CLOSING("week", "month", "quarter", "longer", "not-yet", "unknown"),
  RECIPIENT,
  OUTCOME;

  public static final String UNKNOWN = "unknown";

  /** The category of reports with more than one form of exploitation or kind of recipient. */
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
