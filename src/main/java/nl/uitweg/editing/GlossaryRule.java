package nl.uitweg.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where the Dutch text has a term of the glossary, the translation has the agreed word for it. */
final class GlossaryRule implements TextRule {

  private final Glossary glossary;

  GlossaryRule(Glossary glossary) {
    this.glossary = glossary;
  }

  @Override
  public List<Finding> check(TranslatedText text) {
    String own = Visible.all(text.text()).toLowerCase(Locale.ROOT);
    List<Finding> findings = new ArrayList<>();
    for (String term : glossary.terms().keySet()) {
      List<String> pieces = glossary.pieces(term, text.language().code());
      if (!pieces.isEmpty()
          && begins(term, dutch(text.dutch(), term))
          && pieces.stream().noneMatch(own::contains)
          && !keepsDutch(text.text(), term)) {
        findings.add(Finding.hint(text, "says '" + term + "' in Dutch; expected one of " + pieces));
      }
    }
    return findings;
  }

  /** A longer key word is a name of its own: {@code {nl:verblijfsregeling mensenhandel}}. */
  private static String dutch(String text, String term) {
    String keyword = "{nl:" + term + "}";
    String small = text.toLowerCase(Locale.ROOT).replace(keyword, term);
    return Visible.own(small).replace("gemeentehuis", "");
  }

  /** The Dutch key word stands alone, without a translation before or after it in brackets. */
  private static boolean keepsDutch(String text, String term) {
    return Pattern.compile(
            "(?<![(（])\\{nl:" + Pattern.quote(term) + "}(?! ?[(（])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .find();
  }

  /** A word of the text begins with the term. */
  static boolean begins(String term, String text) {
    return Pattern.compile(
            "(?<![\\p{L}\\p{M}])" + Pattern.quote(term),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .find();
  }
}
