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
 * A text is in the script of its language. Latin may stand beside it, for names; a letter of any
 * other script is a slip, and so is a word of two scripts, which looks right and is not.
 */
final class ScriptRule implements TextRule {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  @Override
  public List<Finding> check(TranslatedText text) {
    int wanted = Script.of(text.language());
    String own = VisibleText.own(text.text());
    Optional<Integer> strange =
        own.codePoints()
            .boxed()
            .filter(c -> Script.of(c) != UScript.COMMON)
            .filter(c -> Script.of(c) != wanted && Script.of(c) != UScript.LATIN)
            .findFirst();
    if (strange.isPresent()) {
      return List.of(
          Finding.problem(
              text,
              "has '%s' (U+%04X), which is %s"
                  .formatted(
                      Character.toString(strange.get()),
                      strange.get(),
                      UScript.getName(Script.of(strange.get())))));
    }
    return wanted == UScript.HAN ? List.of() : mixedWord(text, own, wanted);
  }

  private static List<Finding> mixedWord(TranslatedText text, String own, int wanted) {
    for (String word : WORD.matcher(own).results().map(MatchResult::group).toList()) {
      boolean inWanted = word.codePoints().anyMatch(c -> Script.of(c) == wanted);
      boolean other =
          word.codePoints().anyMatch(c -> Script.of(c) != wanted && Script.of(c) != UScript.COMMON);
      if (inWanted && other) {
        return List.of(Finding.problem(text, "has a word of two scripts: " + word));
      }
    }
    return List.of();
  }
}
