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

/** Dutch or English that was left in a translation. */
final class UntranslatedRule implements TextRule {

  private static final int LONG = 14;

  private static final Pattern LATIN_RUN =
      Pattern.compile("\\p{IsLatin}+(?:[ '’-]+\\p{IsLatin}+){2,}");

  /** Names of a place and a team, as they stand on a door. */
  private static final Set<String> OTHER_NAMES =
      Set.of("Capelle aan den IJssel", "Team Criminele Inlichtingen");

  private final Set<String> names;

  /**
   * @param names of organisations, which are the same in every language
   */
  UntranslatedRule(Set<String> names) {
    this.names =
        new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(n -> n));
    this.names.addAll(names);
    this.names.addAll(OTHER_NAMES);
  }

  @Override
  public List<Finding> check(TranslatedText text) {
    String own = withoutNames(VisibleText.own(text.text())).strip();
    if (own.length() > LONG && own.equals(withoutNames(VisibleText.own(text.dutch())).strip())) {
      return List.of(Finding.hint(text, "is the Dutch text; translate it"));
    }
    boolean english =
        !text.language().equals(Language.ENGLISH)
            && text.english()
                .filter(e -> own.equals(withoutNames(VisibleText.own(e)).strip()))
                .isPresent();
    if (own.length() > LONG && english) {
      return List.of(Finding.hint(text, "is the English text; translate it"));
    }
    if (Script.of(text.language()) == UScript.LATIN) {
      return List.of();
    }
    Matcher run = LATIN_RUN.matcher(VisibleText.withoutAsides(own));
    return run.find()
        ? List.of(Finding.problem(text, "has words that are not translated: '" + run.group() + "'"))
        : List.of();
  }

  private String withoutNames(String text) {
    String rest = text;
    for (String name : names) {
      rest = rest.replace(name, " ");
    }
    return rest;
  }
}
