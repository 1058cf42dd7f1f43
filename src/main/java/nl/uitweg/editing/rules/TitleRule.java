package nl.uitweg.editing.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;
import nl.uitweg.platform.i18n.Language;

/**
 * A title stays in the browser's history, where the person who controls a victim may read it: it
 * must not say what the page is about in the words of the crime.
 */
final class TitleRule implements TextRule {

  private static final List<String> TELLING = List.of("mensenhandel", "slachtoffer", "uitbuiting");

  /** Not forced crime: "forced" and "crime" may stand in a title, and do. */
  private static final List<String> TERMS =
      List.of("mensenhandel", "slachtoffer", "arbeidsuitbuiting", "seksuele uitbuiting");

  private final Glossary glossary;

  TitleRule(Glossary glossary) {
    this.glossary = glossary;
  }

  @Override
  public List<Finding> check(TranslatedText text) {
    if (!text.title()) {
      return List.of();
    }
    String title = text.text().toLowerCase(Locale.ROOT);
    return telling(text.language()).stream()
        .filter(title::contains)
        .map(
            word -> Finding.problem(text, "is a title and must be neutral, without '" + word + "'"))
        .toList();
  }

  private List<String> telling(Language language) {
    List<String> words = new ArrayList<>(TELLING);
    TERMS.forEach(term -> words.addAll(glossary.pieces(term, language.code())));
    return words;
  }
}
