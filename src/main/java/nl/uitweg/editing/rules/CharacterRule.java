package nl.uitweg.editing.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;

/**
 * Characters that break a text without being seen: the straight apostrophe, which begins quoted
 * text in an ICU message, characters that turn the direction of writing, and digits other than 0 to
 * 9, which no telephone has.
 */
final class CharacterRule implements TextRule {

  /** Not the joiners (U+200C, U+200D): those are spelling in Persian. */
  private static final Pattern DIRECTION =
      Pattern.compile("[\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\u200B]");

  private static final Pattern DIGIT = Pattern.compile("[\\p{Nd}&&[^0-9]]");

  @Override
  public List<Finding> check(TranslatedText text) {
    List<Finding> findings = new ArrayList<>();
    if (text.message() && text.text().indexOf('\'') >= 0) {
      findings.add(
          Finding.problem(
              text, "has a straight apostrophe (') in a text with arguments; write ’ (U+2019)"));
    }
    Matcher direction = DIRECTION.matcher(text.text());
    if (direction.find()) {
      findings.add(
          Finding.problem(
              text,
              "has the invisible character U+%04X; delete it: pages isolate words themselves"
                  .formatted(direction.group().codePointAt(0))));
    }
    Matcher digit = DIGIT.matcher(text.text());
    if (digit.find()) {
      findings.add(
          Finding.problem(
              text, "has the digit " + digit.group() + "; write 0 to 9, as on every telephone"));
    }
    return findings;
  }
}
