package nl.uitweg.editing.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;

/**
 * Telephone numbers, names, key words and links must stand in a translation as in the Dutch text,
 * or as in the English one, which has some more on purpose. Arguments are compared by {@code
 * content.TranslationCheck}.
 */
final class MarkRule implements TextRule {

  private static final Pattern MARK =
      Pattern.compile("\\{(?:tel|org|nl):[^{}]+}|(?<=])\\([^()]*\\)");

  @Override
  public List<Finding> check(TranslatedText text) {
    List<String> here = marks(text.text());
    List<String> dutch = marks(text.dutch());
    boolean right =
        here.equals(dutch) || Optional.of(here).equals(text.english().map(MarkRule::marks));
    return right
        ? List.of()
        : List.of(
            Finding.problem(
                text, "has other marks than the Dutch text: " + here + ", expected " + dutch));
  }

  private static List<String> marks(String text) {
    return MARK.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(mark -> mark.toLowerCase(Locale.ROOT))
        .sorted()
        .toList();
  }
}
