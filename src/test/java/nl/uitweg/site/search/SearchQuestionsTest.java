package nl.uitweg.site.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import org.junit.jupiter.api.Test;

/** What people type finds the right page in the real content, in every language. */
class SearchQuestionsTest {

  private static final Path QUESTIONS = Path.of("src/test/resources/search/questions.tsv");
  private static final int SHOWN_FIRST = 3;
  private static final int MIN_QUESTIONS_PER_LANGUAGE = 10;
  private static final double MIN_PART_FOUND = 0.9;

  /**
   * A question and what it should find.
   *
   * @param half {@code second half} when it was written after the search was finished
   */
  private record Question(String language, String text, List<String> expected, String half) {

    static Question of(String line) {
      String[] columns = line.split("\t", -1);
      return new Question(columns[0], columns[1], List.of(columns[2].split(",")), columns[3]);
    }
  }

  private final List<Question> questions = read();

  @Test
  void findsRightPageAmongFirstThree() throws IOException {
    SearchContent search = new SearchContent(Path.of(""));
    Map<String, int[]> counts = new TreeMap<>();
    List<String> report = new ArrayList<>();
    for (Question question : questions) {
      List<String> found = search.find(question.text(), question.language());
      boolean right = found.stream().limit(SHOWN_FIRST).anyMatch(question.expected()::contains);
      for (String group : List.of("all", question.half(), question.language())) {
        int[] count = counts.computeIfAbsent(group, name -> new int[2]);
        count[0] += right ? 1 : 0;
        count[1]++;
      }
      if (!right) {
        report.add(question.language() + " " + question.text() + " → " + found);
      }
    }
    counts.forEach((group, count) -> report.add(group + ": " + count[0] + " of " + count[1]));
    report.forEach(System.out::println);
    Files.write(Path.of("target/search-questions.txt"), report);
    int[] all = counts.get("all");
    assertThat((double) all[0] / all[1])
        .as(report.toString())
        .isGreaterThanOrEqualTo(MIN_PART_FOUND);
  }

  @Test
  void hasQuestionsInEveryLanguage() throws IOException {
    assertThat(questions).hasSizeGreaterThanOrEqualTo(200);
    for (Language language : Languages.read(Path.of("i18n")).all()) {
      assertThat(questions)
          .as(language.code())
          .filteredOn(question -> question.language().equals(language.code()))
          .hasSizeGreaterThanOrEqualTo(MIN_QUESTIONS_PER_LANGUAGE);
      assertThat(Path.of("content", SearchPhrases.fileName(language))).exists();
    }
  }

  private static List<Question> read() {
    try {
      return Files.readAllLines(QUESTIONS).stream()
          .filter(line -> !line.startsWith("#") && !line.startsWith("language\t"))
          .map(Question::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
