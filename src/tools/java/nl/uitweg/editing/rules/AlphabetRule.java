package nl.uitweg.editing.rules;

import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;
import nl.uitweg.editing.text.VisibleText;

/**
 * Reports a letter that belongs to the script of the language but not to its exemplar characters in
 * CLDR. Examples: a Vietnamese letter in a Hungarian word, or a traditional character in simplified
 * Chinese. A language whose letters CLDR does not know is not checked.
 */
final class AlphabetRule implements TextRule {

  /** Finding the letters of a language takes longer than checking all its texts. */
  private static final Map<String, UnicodeSet> ALPHABETS = new ConcurrentHashMap<>();

  @Override
  public List<Finding> check(TranslatedText text) {
    int script = Script.of(text.language());
    UnicodeSet alphabet = ALPHABETS.computeIfAbsent(text.language().code(), AlphabetRule::alphabet);
    Optional<Integer> foreignLetter =
        VisibleText.withoutAsides(VisibleText.withoutKeywords(text.text()))
            .codePoints()
            .boxed()
            .filter(Character::isLetter)
            .filter(c -> Script.of(c) == script && !alphabet.isEmpty() && !alphabet.contains(c))
            .findFirst();
    return foreignLetter.stream()
        .map(
            c ->
                Finding.problem(
                    text,
                    "has '%s' (U+%04X), which is not in the alphabet of %s; type it again, or put a name in quotation marks"
                        .formatted(Character.toString(c), c, text.language().code())))
        .toList();
  }

  /**
   * The letters of a language in all its regional variants, because Dari has letters that Iranian
   * Persian lacks.
   */
  private static UnicodeSet alphabet(String code) {
    ULocale expected = ULocale.addLikelySubtags(ULocale.forLanguageTag(code));
    UnicodeSet letters = new UnicodeSet();
    for (ULocale locale : ULocale.getAvailableLocales()) {
      if (locale.getLanguage().equals(expected.getLanguage())
          && ULocale.addLikelySubtags(locale).getScript().equals(expected.getScript())) {
        LocaleData data = LocaleData.getInstance(locale);
        letters.addAll(data.getExemplarSet(UnicodeSet.CASE_INSENSITIVE, LocaleData.ES_STANDARD));
        letters.addAll(data.getExemplarSet(UnicodeSet.CASE_INSENSITIVE, LocaleData.ES_AUXILIARY));
      }
    }
    return letters.freeze();
  }
}
