package nl.uitweg.editing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.content.Content;
import nl.uitweg.content.PageFacts;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.PageTexts;
import nl.uitweg.editing.text.VisibleText;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;

/**
 * Checks that the pages still answer the questions that matter most, such as “Can I stay
 * anonymous?”. {@code content/understanding/<language>.yaml} names for each question the page and
 * the literal words on it that answer. When an editor takes the sentence out, or a translator
 * changes it, somebody must read the page again and record which words answer now.
 */
public final class UnderstandingCheck {

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private UnderstandingCheck() {}

  /**
   * A question and where its answer is.
   *
   * @param id the same in every language
   * @param question as a visitor would ask it
   * @param page slug of the page that answers
   * @param answer literal words of one sentence on the page, without marks
   */
  public record Question(String id, String question, String page, String answer) {}

  /**
   * The questions of a language in the order of the file; none when there is no file.
   *
   * @throws InvalidContentException naming the file and the reason when it cannot be read
   */
  public static List<Question> read(Path content, Language language) {
    Path file = content.resolve("understanding").resolve(language.code() + ".yaml");
    if (Files.notExists(file)) {
      return List.of();
    }
    try {
      return YAML.readValue(Files.readString(file), new TypeReference<List<Question>>() {});
    } catch (IOException e) {
      throw InvalidContentException.in(name(language), "cannot be read: " + e.getMessage());
    }
  }

  private static String name(Language language) {
    return "content/understanding/" + language.code() + ".yaml";
  }

  /** Questions that a page does not answer any more, and languages without all questions. */
  static List<Finding> findings(Path folder, Languages languages, Content content) {
    List<String> slugs = content.pages().stream().map(PageFacts::slug).toList();
    PageTexts pages = new PageTexts(folder, slugs);
    List<Question> dutch = read(folder, Language.DUTCH);
    List<Finding> findings = new ArrayList<>();
    for (Language language : languages.all()) {
      List<Question> questions = read(folder, language);
      if (!places(questions).equals(places(dutch))) {
        findings.add(
            problem(language, "must have the same questions and pages, in the same order, as nl"));
      }
      for (Question question : questions) {
        if (!slugs.contains(question.page())) {
          findings.add(problem(language, question.page() + " is not a page"));
        } else if (!answered(pages, language, question)) {
          findings.add(
              problem(
                  language,
                  "content/%s/%s.md does not answer “%s” any more: “%s” is not in one of its texts"
                      .formatted(
                          language.code(),
                          question.page(),
                          question.question(),
                          question.answer())));
        }
      }
    }
    return findings;
  }

  private static List<String> places(List<Question> questions) {
    return questions.stream().map(question -> question.id() + " " + question.page()).toList();
  }

  private static boolean answered(PageTexts pages, Language language, Question question) {
    return pages.find(language, question.page()).stream()
        .flatMap(page -> page.texts().values().stream())
        .map(text -> text.replace("\n", " "))
        .map(VisibleText::withKeywords)
        .anyMatch(text -> text.contains(question.answer()));
  }

  private static Finding problem(Language language, String description) {
    return new Finding(true, language.code(), name(language) + ": " + description);
  }
}
