package nl.uitweg.editing.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.PageText;
import nl.uitweg.editing.text.PageTexts;
import nl.uitweg.editing.text.TranslatedText;
import nl.uitweg.editing.text.VisibleText;
import nl.uitweg.platform.i18n.Language;

/**
 * Requires that a text for visitors promises nothing too much, uses one name for one thing,
 * explains its terms and is no questionnaire, by the {@link Wording} of its language. Terms and
 * questions of a guidance page are judged over the whole page.
 */
final class WordingRule implements TextRule {

  private static final int MAX_SENTENCES_AFTER_QUESTION = 1;

  private final Path content;
  private final Map<Language, Wording> wordings = new HashMap<>();

  /**
   * @param content the folder {@code content/}
   */
  WordingRule(Path content) {
    this.content = content;
  }

  private Wording wording(Language language) {
    return wordings.computeIfAbsent(language, key -> Wording.read(content, key));
  }

  @Override
  public List<Finding> check(TranslatedText text) {
    if (text.context().startsWith("desk/")) {
      return List.of();
    }
    Wording wording = wording(text.language());
    String visible = VisibleText.withKeywords(text.text());
    List<String> problems = new ArrayList<>();
    if (wording.hasRefusedWords(visible)) {
      problems.addAll(refusedWords(wording, visible));
    }
    if (!text.context().startsWith("content/")) {
      problems.addAll(problemsOfWhole(wording, visible));
    }
    return problems.stream().map(problem -> Finding.problem(text, problem)).toList();
  }

  private static List<String> refusedWords(Wording wording, String text) {
    List<String> problems = new ArrayList<>();
    for (Wording.Never never : wording.never()) {
      if (Wording.occurs(never.words(), text)) {
        problems.add("says '%s': %s".formatted(never.words(), never.why()));
      }
    }
    for (Wording.Instead instead : wording.instead()) {
      if (Wording.occurs(instead.words(), text)) {
        problems.add(
            "says '%s'; the site calls this '%s'".formatted(instead.words(), instead.use()));
      }
    }
    return problems;
  }

  /** What is wrong with the pages of a language as a whole. */
  List<Finding> checkPages(PageTexts pages, Language language) {
    Wording wording = wording(language);
    List<Finding> findings = new ArrayList<>();
    for (String slug : pages.slugs()) {
      pages
          .find(language, slug)
          .ifPresent(
              page ->
                  problemsOfWhole(wording, visible(page))
                      .forEach(
                          problem ->
                              findings.add(
                                  new Finding(
                                      true, language.code(), page.file() + ": " + problem))));
    }
    return findings;
  }

  private static String visible(PageText page) {
    return VisibleText.withKeywords(String.join("\n", page.texts().values()));
  }

  private static List<String> problemsOfWhole(Wording wording, String text) {
    List<String> problems = new ArrayList<>();
    for (Wording.Explained term : wording.explained()) {
      if (Wording.occurs(term.term(), text) && !term.isExplainedIn(text)) {
        problems.add(
            "says '%s' without an explanation, such as %s".formatted(term.term(), term.by()));
      }
    }
    int sentences = wording.sentencesAfterQuestion(text);
    if (sentences > MAX_SENTENCES_AFTER_QUESTION) {
      problems.add(
          "has %d pairs of a question and a sentence that begins with one of %s; at most %d"
              .formatted(sentences, wording.afterQuestion(), MAX_SENTENCES_AFTER_QUESTION));
    }
    return problems;
  }
}
