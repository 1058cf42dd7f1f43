package nl.uitweg.editing.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;
import nl.uitweg.editing.text.VisibleText;

/**
 * Gives a hint about a translation that lacks the agreed word for a glossary term of the Dutch
 * text.
 */
final class GlossaryRule implements TextRule {

  private final Glossary glossary;
  private final List<Term> terms;

  GlossaryRule(Glossary glossary) {
    this.glossary = glossary;
    this.terms = glossary.terms().keySet().stream().map(Term::of).toList();
  }

  /**
   * A Dutch term with its patterns.
   *
   * @param wordStart matches a Dutch word that starts with the term
   * @param bareKeyword matches the Dutch key word in a translation without an explanation in
   *     brackets before or after it
   */
  private record Term(String dutch, Pattern wordStart, Pattern bareKeyword) {

    static Term of(String dutch) {
      String quoted = Pattern.quote(dutch);
      int anyCase = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
      return new Term(
          dutch,
          Pattern.compile("(?<![\\p{L}\\p{M}])" + quoted, anyCase),
          Pattern.compile("(?<![(（])\\{nl:" + quoted + "}(?! ?[(（])", anyCase));
    }

    /**
     * Whether the text has the term. A longer key word such as {@code {nl:verblijfsregeling
     * mensenhandel}} is a different term, and so is {@code gemeentehuis} (town hall).
     */
    boolean occursIn(String text) {
      String lowerCase = text.toLowerCase(Locale.ROOT).replace("{nl:" + dutch + "}", dutch);
      return wordStart
          .matcher(VisibleText.withoutKeywords(lowerCase).replace("gemeentehuis", ""))
          .find();
    }
  }

  @Override
  public List<Finding> check(TranslatedText text) {
    String translation = VisibleText.withKeywords(text.text()).toLowerCase(Locale.ROOT);
    String dutch = text.dutch().toLowerCase(Locale.ROOT);
    List<Finding> findings = new ArrayList<>();
    for (Term term : terms) {
      List<String> wordParts = glossary.wordParts(term.dutch(), text.language().code());
      if (!wordParts.isEmpty()
          && dutch.contains(term.dutch())
          && wordParts.stream().noneMatch(translation::contains)
          && term.occursIn(text.dutch())
          && !term.bareKeyword().matcher(text.text()).find()) {
        findings.add(
            Finding.hint(
                text, "says '" + term.dutch() + "' in Dutch; expected one of " + wordParts));
      }
    }
    return findings;
  }
}
