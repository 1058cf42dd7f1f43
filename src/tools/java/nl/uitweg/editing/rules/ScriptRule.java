package nl.uitweg.editing.rules;

import com.ibm.icu.lang.UScript;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;
import nl.uitweg.editing.text.VisibleText;

/**
 * Requires the script of the language; Latin is also allowed, for names. Reports letters of other
 * scripts, and words that mix two scripts: they look right but are misspelled. Chinese is not
 * checked for such words, because it has no spaces between words.
 */
final class ScriptRule implements TextRule {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  @Override
  public List<Finding> check(TranslatedText text) {
    int expected = Script.of(text.language());
    String visible = VisibleText.withoutKeywords(text.text());
    Optional<Integer> foreignLetter =
        visible
            .codePoints()
            .boxed()
            .filter(c -> Script.of(c) != UScript.COMMON)
            .filter(c -> Script.of(c) != expected && Script.of(c) != UScript.LATIN)
            .findFirst();
    if (foreignLetter.isPresent()) {
      return List.of(
          Finding.problem(
              text,
              "has '%s' (U+%04X), which is %s; type it again with the keyboard of the language"
                  .formatted(
                      Character.toString(foreignLetter.get()),
                      foreignLetter.get(),
                      UScript.getName(Script.of(foreignLetter.get())))));
    }
    return expected == UScript.HAN ? List.of() : mixedWord(text, visible, expected);
  }

  private static List<Finding> mixedWord(TranslatedText text, String visible, int expected) {
    for (String word : WORD.matcher(visible).results().map(MatchResult::group).toList()) {
      boolean inExpected = word.codePoints().anyMatch(c -> Script.of(c) == expected);
      boolean other =
          word.codePoints()
              .anyMatch(c -> Script.of(c) != expected && Script.of(c) != UScript.COMMON);
      if (inExpected && other) {
        return List.of(
            Finding.problem(text, "has a word of two scripts: " + word + "; type it again"));
      }
    }
    return List.of();
  }
}
