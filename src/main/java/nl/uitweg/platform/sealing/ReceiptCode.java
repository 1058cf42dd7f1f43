package nl.uitweg.platform.sealing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;
import org.jspecify.annotations.Nullable;

/**
 * The code with which a reporter returns: 20 digits, of which the last is a Verhoeff check digit. A
 * wrong or transposed digit is detected before anything is looked up.
 *
 * @param digits 20 digits 0–9
 */
public record ReceiptCode(String digits) {

  static final int RANDOM_DIGITS = 19;
  private static final int TOTAL_DIGITS = 20;
  private static final int GROUP_DIGITS = 4;

  /** Completes 19 random digits with their check digit. */
  static ReceiptCode complete(String random) {
    try {
      return new ReceiptCode(random + VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.calculate(random));
    } catch (CheckDigitException e) {
      throw new IllegalArgumentException(
          "The random part of a receipt code must consist of digits", e);
    }
  }

  /**
   * Reads a code as a person types it: digits of any script, with spaces, dashes or direction marks
   * between them.
   *
   * @return empty when the input contains letters, does not have 20 digits, or has a wrong check
   *     digit
   */
  public static Optional<ReceiptCode> parse(@Nullable String input) {
    if (input == null || input.length() > 200) {
      return Optional.empty();
    }
    StringBuilder digits = new StringBuilder();
    for (int c : input.codePoints().toArray()) {
      if (Character.isDigit(c)) {
        digits.append(Character.digit(c, 10));
      } else if (Character.isLetter(c)) {
        return Optional.empty();
      }
    }
    boolean valid =
        digits.length() == TOTAL_DIGITS
            && VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.isValid(digits.toString());
    return valid ? Optional.of(new ReceiptCode(digits.toString())) : Optional.empty();
  }

  /** Five groups of four digits. */
  public List<String> groups() {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < digits.length(); i += GROUP_DIGITS) {
      groups.add(digits.substring(i, i + GROUP_DIGITS));
    }
    return groups;
  }

  /** Never contains the digits, because it may be logged. */
  @Override
  public String toString() {
    return "ReceiptCode";
  }
}
