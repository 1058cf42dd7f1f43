package nl.uitweg.editing.rules;

import com.ibm.icu.lang.UScript;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;
import nl.uitweg.editing.text.VisibleText;
import nl.uitweg.platform.i18n.Language;

/** Reports Dutch or English text that was not translated. */
final class UntranslatedRule implements TextRule {

  private static final int MAX_UNCHECKED_LENGTH = 14;

  private static final Pattern LATIN_RUN =
      Pattern.compile("\\p{IsLatin}+(?:[ '’-]+\\p{IsLatin}+){2,}");

  /** Other names that are the same in every language: a place and a team. */
  private static final Set<String> OTHER_NAMES =
      Set.of("Capelle aan den IJssel", "Team Criminele Inlichtingen");

  private final Set<String> names;

  /**
   * @param names names of organisations, which are the same in every language
   */
  UntranslatedRule(Set<String> names) {
    this.names =
        new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(name -> name));
    this.names.addAll(names);
    this.names.addAll(OTHER_NAMES);
  }

  @Override
  public List<Finding> check(TranslatedText text) {
    String visible = withoutNames(VisibleText.withoutKeywords(text.text())).strip();
    if (visible.length() > MAX_UNCHECKED_LENGTH
        && visible.equals(withoutNames(VisibleText.withoutKeywords(text.dutch())).strip())) {
      return List.of(Finding.hint(text, "is the Dutch text; translate it"));
    }
    boolean equalsEnglish =
        !text.language().equals(Language.ENGLISH)
            && text.english()
                .filter(
                    english ->
                        visible.equals(withoutNames(VisibleText.withoutKeywords(english)).strip()))
                .isPresent();
    if (visible.length() > MAX_UNCHECKED_LENGTH && equalsEnglish) {
      return List.of(Finding.hint(text, "is the English text; translate it"));
    }
    if (Script.of(text.language()) == UScript.LATIN) {
      return List.of();
    }
    Matcher latinWords = LATIN_RUN.matcher(VisibleText.withoutAsides(visible));
    return latinWords.find()
        ? List.of(
            Finding.problem(
                text,
                "has words that are not translated: '" + latinWords.group() + "'; translate them"))
        : List.of();
  }

  private String withoutNames(String text) {
    String remaining = text;
    for (String name : names) {
      remaining = remaining.replace(name, " ");
    }
    return remaining;
  }
}
