package nl.uitweg.editing.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;
import nl.uitweg.editing.text.VisibleText;

/** Where the Dutch text has a term of the glossary, the translation has the agreed word for it. */
final class GlossaryRule implements TextRule {

  private final Glossary glossary;
  private final List<Term> terms;

  GlossaryRule(Glossary glossary) {
    this.glossary = glossary;
    this.terms = glossary.terms().keySet().stream().map(Term::of).toList();
  }

  /**
   * @param begins a Dutch word begins with it
   * @param alone the Dutch key word stands in a translation without one before or behind it in
   *     brackets
   */
  private record Term(String dutch, Pattern begins, Pattern alone) {

    static Term of(String dutch) {
      String quoted = Pattern.quote(dutch);
      int anyCase = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
      return new Term(
          dutch,
          Pattern.compile("(?<![\\p{L}\\p{M}])" + quoted, anyCase),
          Pattern.compile("(?<![(（])\\{nl:" + quoted + "}(?! ?[(（])", anyCase));
    }

    /** A longer key word is a name of its own: {@code {nl:verblijfsregeling mensenhandel}}. */
    boolean isIn(String text) {
      String small = text.toLowerCase(Locale.ROOT).replace("{nl:" + dutch + "}", dutch);
      return begins.matcher(VisibleText.own(small).replace("gemeentehuis", "")).find();
    }
  }

  @Override
  public List<Finding> check(TranslatedText text) {
    String own = VisibleText.all(text.text()).toLowerCase(Locale.ROOT);
    String dutch = text.dutch().toLowerCase(Locale.ROOT);
    List<Finding> findings = new ArrayList<>();
    for (Term term : terms) {
      List<String> pieces = glossary.pieces(term.dutch(), text.language().code());
      if (!pieces.isEmpty()
          && dutch.contains(term.dutch())
          && pieces.stream().noneMatch(own::contains)
          && term.isIn(text.dutch())
          && !term.alone().matcher(text.text()).find()) {
        findings.add(
            Finding.hint(text, "says '" + term.dutch() + "' in Dutch; expected one of " + pieces));
      }
    }
    return findings;
  }
}
