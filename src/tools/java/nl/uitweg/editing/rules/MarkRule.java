package nl.uitweg.editing.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.uitweg.content.Marks;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;

/**
 * Requires the marks of the Dutch text: telephone numbers, names, key words and links. A
 * translation may have those of the English text instead, which has more on purpose. {@link
 * nl.uitweg.content.TranslationCheck} compares the arguments.
 */
final class MarkRule implements TextRule {

  private static final Pattern MARK =
      Pattern.compile("\\{(?:" + Marks.ALL + "):[^{}]+}|(?<=])\\([^()]*\\)");

  @Override
  public List<Finding> check(TranslatedText text) {
    List<String> found = marks(text.text());
    List<String> dutch = marks(text.dutch());
    boolean same =
        found.equals(dutch) || Optional.of(found).equals(text.english().map(MarkRule::marks));
    return same
        ? List.of()
        : List.of(
            Finding.problem(
                text,
                "has other marks than the Dutch text: "
                    + found
                    + ", expected "
                    + dutch
                    + "; copy them"));
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
