package nl.uitweg.editing;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.content.Content;
import nl.uitweg.editing.rules.TextRules;
import nl.uitweg.editing.text.EditedFiles;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.site.search.SearchPhrases;

/**
 * Checks the phrases by which visitors find pages. They have no Dutch source: each language has its
 * own.
 */
final class SearchPhraseCheck {

  private SearchPhraseCheck() {}

  /**
   * Letters of another script or alphabet, and languages without phrases.
   *
   * @throws InvalidContentException when a phrase leads to something that does not exist
   */
  static List<Finding> findings(EditedFiles files, Languages languages, Content content) {
    SearchPhrases phrases = SearchPhrases.read(files.content(), languages, content);
    List<Finding> findings = new ArrayList<>();
    for (Language language : languages.all()) {
      String file = SearchPhrases.fileName(language);
      if (Files.notExists(files.content().resolve(file))) {
        findings.add(
            new Finding(
                false,
                language.code(),
                "content/" + file + ": is not written yet; visitors find less in this language"));
      }
      phrases
          .in(language)
          .values()
          .forEach(
              list ->
                  list.forEach(
                      phrase -> findings.addAll(TextRules.lettersOf(text(language, phrase)))));
    }
    return findings;
  }

  private static TranslatedText text(Language language, String phrase) {
    return new TranslatedText(
        "search",
        "content/" + SearchPhrases.fileName(language) + ": '" + phrase + "'",
        language,
        phrase,
        Optional.empty(),
        phrase);
  }
}
