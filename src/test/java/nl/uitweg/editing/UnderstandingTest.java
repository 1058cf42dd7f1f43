package nl.uitweg.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.GuidancePage;
import nl.uitweg.editing.UnderstandingCheck.Question;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.testsupport.ContentCopy;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that every language answers the questions that matter most. */
class UnderstandingTest {

  private static final int MIN_QUESTIONS = 10;
  private static final Path ROOT = Path.of("content");
  private static final Languages LANGUAGES = Languages.read(Path.of("i18n"));
  private static final Content CONTENT = Content.read(ROOT, LANGUAGES);

  static Stream<Language> languages() {
    return LANGUAGES.all().stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void showsAnswerOnPage(Language language) {
    List<Question> questions = UnderstandingCheck.read(ROOT, language);
    assertThat(questions).hasSizeGreaterThanOrEqualTo(MIN_QUESTIONS);
    for (Question question : questions) {
      GuidancePage page = CONTENT.page(language, question.page()).orElseThrow();
      assertThat(page.untranslated()).isFalse();
      assertThat(words(page.answer() + " " + page.html().html()))
          .as(language.code() + " " + question.question())
          .contains(question.answer().replaceAll("\\s+", ""));
    }
  }

  /** Readable characters of a piece of HTML, without spaces. */
  private static String words(String html) {
    return html.replaceAll("<[^>]+>", "")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .replaceAll("\\s+", "");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void reportsSentenceThatWasTakenOut(Language language, @TempDir Path folder) throws IOException {
    ContentCopy.ofRepository(folder, Stream.of("nl", language.code()).distinct().toList());
    FileUtils.copyDirectory(
        ROOT.resolve("understanding").toFile(), folder.resolve("content/understanding").toFile());
    List<String> questions = new ArrayList<>();
    for (Question question : UnderstandingCheck.read(ROOT, language)) {
      Path page =
          folder.resolve("content").resolve(language.code()).resolve(question.page() + ".md");
      String text = Files.readString(page).replaceAll("\\{nl:([^}]*)}", "$1").replace("**", "");
      assertThat(text).contains(question.answer());
      Files.writeString(page, text.replace(question.answer(), "–"));
      questions.add("does not answer “" + question.question() + "”");
    }
    Languages languages = Languages.read(folder.resolve("i18n"));
    List<String> found =
        UnderstandingCheck.findings(
                folder.resolve("content"),
                languages,
                Content.read(folder.resolve("content"), languages))
            .stream()
            .map(Finding::text)
            .toList();
    for (String question : questions) {
      assertThat(found).anyMatch(problem -> problem.contains(question));
    }
  }
}
