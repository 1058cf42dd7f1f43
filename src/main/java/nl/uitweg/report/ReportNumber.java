package nl.uitweg.report;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number by which officers name a report to each other, for example over the telephone. It is
 * random and has six digits; it says nothing about the code of the reporter or the order of
 * arrival.
 */
public record ReportNumber(int value) {

  private static final Pattern SIX_DIGITS = Pattern.compile("[1-9][0-9]{5}");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0.\\-]");
  private static final int GROUP = 1_000;

  /** The number as people write and say it, in two groups of three digits: "482 913". */
  @Override
  public String toString() {
    return String.format("%03d\u00a0%03d", value / GROUP, value % GROUP);
  }

  /** Reads a number as an officer types it; empty when it does not have six digits. */
  public static Optional<ReportNumber> parse(@Nullable String text) {
    String digits = SEPARATORS.matcher(text == null ? "" : text).replaceAll("");
    return SIX_DIGITS.matcher(digits).matches()
        ? Optional.of(new ReportNumber(Integer.parseInt(digits)))
        : Optional.empty();
  }
}
