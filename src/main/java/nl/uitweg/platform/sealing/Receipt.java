package nl.uitweg.platform.sealing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;
import org.jspecify.annotations.Nullable;

/**
 * The code a reporter comes back with: 20 digits, of which the last is a Verhoeff check digit over
 * the others, so that a wrong or swapped digit is noticed before anything is looked up.
 *
 * @param digits 20 digits 0–9
 */
public record Receipt(String digits) {

  static final int RANDOM_DIGITS = 19;
  private static final int LENGTH = 20;
  private static final int GROUP = 4;

  /** Completes 19 random digits with their check digit. */
  static Receipt complete(String random) {
    try {
      return new Receipt(random + VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.calculate(random));
    } catch (CheckDigitException e) {
      throw new IllegalArgumentException("Not digits", e);
    }
  }

  /**
   * Reads a code as a person types it: digits of any script, with spaces, dashes or direction marks
   * between.
   *
   * @return empty when it is not 20 digits or the check digit does not fit
   */
  public static Optional<Receipt> parse(@Nullable String typed) {
    if (typed == null || typed.length() > 200) {
      return Optional.empty();
    }
    StringBuilder digits = new StringBuilder();
    for (int c : typed.codePoints().toArray()) {
      if (Character.isDigit(c)) {
        digits.append(Character.digit(c, 10));
      } else if (Character.isLetter(c)) {
        return Optional.empty();
      }
    }
    boolean valid =
        digits.length() == LENGTH
            && VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.isValid(digits.toString());
    return valid ? Optional.of(new Receipt(digits.toString())) : Optional.empty();
  }

  /** Five groups of four digits. */
  public List<String> groups() {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < digits.length(); i += GROUP) {
      groups.add(digits.substring(i, i + GROUP));
    }
    return groups;
  }

  /** Never the digits: this may end in a log. */
  @Override
  public String toString() {
    return "Receipt";
  }
}
