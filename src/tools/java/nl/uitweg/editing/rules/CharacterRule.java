package nl.uitweg.editing.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;

/**
 * Reports characters that break a text and are easily overlooked: the straight apostrophe, which
 * starts quoted text in an ICU message; invisible characters that change the writing direction; and
 * digits other than 0 to 9, which telephone keypads lack.
 */
final class CharacterRule implements TextRule {

  /** Does not contain the joiners U+200C and U+200D, because Persian spelling needs them. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\u200B]");

  private static final Pattern NON_ASCII_DIGIT = Pattern.compile("[\\p{Nd}&&[^0-9]]");

  @Override
  public List<Finding> check(TranslatedText text) {
    List<Finding> findings = new ArrayList<>();
    if (text.isIcuMessage() && text.text().indexOf('\'') >= 0) {
      findings.add(
          Finding.problem(
              text, "has a straight apostrophe (') in a text with arguments; write ’ (U+2019)"));
    }
    Matcher invisible = INVISIBLE.matcher(text.text());
    if (invisible.find()) {
      findings.add(
          Finding.problem(
              text,
              "has the invisible character U+%04X; delete it: the pages set the writing direction"
                  .formatted(invisible.group().codePointAt(0))));
    }
    Matcher digit = NON_ASCII_DIGIT.matcher(text.text());
    if (digit.find()) {
      findings.add(
          Finding.problem(
              text, "has the digit " + digit.group() + "; write 0 to 9, as on every telephone"));
    }
    return findings;
  }
}
