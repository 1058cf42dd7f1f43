package nl.uitweg.editing.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;
import nl.uitweg.platform.i18n.Language;

/**
 * Requires neutral titles, without words for the crime. A title stays in the browser history, where
 * the person who controls the victim can read it.
 */
final class TitleRule implements TextRule {

  private static final List<String> REVEALING_DUTCH_WORDS =
      List.of("mensenhandel", "slachtoffer", "uitbuiting");

  /**
   * Glossary terms to avoid in a title. The term for forced crime is not listed, because titles may
   * contain the words "forced" and "crime".
   */
  private static final List<String> REVEALING_TERMS =
      List.of("mensenhandel", "slachtoffer", "arbeidsuitbuiting", "seksuele uitbuiting");

  private final Glossary glossary;

  TitleRule(Glossary glossary) {
    this.glossary = glossary;
  }

  @Override
  public List<Finding> check(TranslatedText text) {
    if (!text.isTitle()) {
      return List.of();
    }
    String title = text.text().toLowerCase(Locale.ROOT);
    return revealingWords(text.language()).stream()
        .filter(title::contains)
        .map(
            word ->
                Finding.problem(
                    text,
                    "is a title and must be neutral, without '" + word + "'; use other words"))
        .toList();
  }

  private List<String> revealingWords(Language language) {
    List<String> words = new ArrayList<>(REVEALING_DUTCH_WORDS);
    REVEALING_TERMS.forEach(term -> words.addAll(glossary.wordParts(term, language.code())));
    return words;
  }
}
