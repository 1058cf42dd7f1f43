package nl.uitweg.dossier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number by which officers name a dossier to each other: the letter D and six random digits.
 * The numbers of reports ({@link nl.uitweg.report.ReportNumber}) have no letter.
 */
public record DossierNumber(int value) {

  private static final Pattern FORMAT = Pattern.compile("D[1-9][0-9]{5}");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0.\\-]");
  private static final int GROUP = 1_000;

  /** The number as people write and say it: "D 482 913". */
  @Override
  public String toString() {
    return String.format("D\u00a0%03d\u00a0%03d", value / GROUP, value % GROUP);
  }

  /** Reads a number as an officer types it; empty when it is not the letter D and six digits. */
  public static Optional<DossierNumber> parse(@Nullable String text) {
    String number =
        SEPARATORS.matcher(text == null ? "" : text).replaceAll("").toUpperCase(Locale.ROOT);
    return FORMAT.matcher(number).matches()
        ? Optional.of(new DossierNumber(Integer.parseInt(number.substring(1))))
        : Optional.empty();
  }
}
