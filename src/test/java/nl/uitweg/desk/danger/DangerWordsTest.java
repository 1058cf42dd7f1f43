package nl.uitweg.desk.danger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.testsupport.TestOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finds words of danger in 300 invented reports, and counts what is found, missed and mistaken. */
class DangerWordsTest {

  private static final Path REPORTS = Path.of("src/test/resources/desk/danger-reports.tsv");
  private static final DangerWords WORDS = DangerWords.read(Path.of("content"));

  private record Invented(String id, String language, boolean danger, String text) {

    boolean isFound() {
      return !WORDS.in(text, language).isEmpty();
    }
  }

  private static final class Counts {
    int hits;
    int misses;
    int falseAlarms;
    int quiet;

    void add(Invented report) {
      if (report.danger()) {
        hits += report.isFound() ? 1 : 0;
        misses += report.isFound() ? 0 : 1;
      } else {
        falseAlarms += report.isFound() ? 1 : 0;
        quiet += report.isFound() ? 0 : 1;
      }
    }

    String row(String name) {
      return "| %s | %d | %d | %d | %d |%n".formatted(name, hits, misses, falseAlarms, quiet);
    }
  }

  @Test
  void everyLanguageOfTheSiteHasWords() throws IOException {
    assertThat(WORDS.languages())
        .containsExactlyInAnyOrderElementsOf(
            Languages.read(Path.of("i18n")).all().stream().map(Language::code).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "pl, Szef ma nóż i grozi, nóż",
    "nl, Hij heeft een mes in zijn jas, een mes",
    "en, he said he will KILL me, will KILL",
    "zh-Hans, 他说要杀我们所有人, 杀我",
    "nl, Op de oprit: they beat her every night, they beat",
  })
  void saysTheWordAsTheReporterWroteIt(String language, String text, String word) {
    assertThat(WORDS.in(text, language))
        .extracting(DangerWords.Hit::words)
        .anySatisfy(found -> assertThat(found).isEqualTo(word));
  }

  @Test
  void staysQuietAboutAnOrdinaryReport() {
    assertThat(WORDS.in("Er slapen acht mannen boven het restaurant.", "nl")).isEmpty();
  }

  /** The table in the document is what the words find today. */
  @Test
  void documentStatesTheFigures() throws IOException {
    Counts all = new Counts();
    List<Counts> halves = List.of(new Counts(), new Counts());
    int position = 0;
    TreeMap<String, Counts> byLanguage = new TreeMap<>();
    StringBuilder mistakes = new StringBuilder();
    for (Invented report : reports()) {
      all.add(report);
      halves.get(position++ % 2).add(report);
      byLanguage.computeIfAbsent(report.language(), language -> new Counts()).add(report);
      if (report.danger() != report.isFound()) {
        mistakes
            .append(report.id())
            .append(report.danger() ? " missed: " : " false alarm: ")
            .append(
                report.isFound() ? WORDS.in(report.text(), report.language()).get(0).words() : "")
            .append(" | ")
            .append(report.text())
            .append('\n');
      }
    }
    StringBuilder table = new StringBuilder();
    table.append(halves.get(1).row("held back"));
    table.append(halves.get(0).row("tuned on"));
    table.append(all.row("all"));
    byLanguage.forEach((language, counts) -> table.append(counts.row(language)));
    Files.writeString(TestOutput.file("danger-mistakes.txt"), mistakes);
    Files.writeString(TestOutput.file("danger-table.md"), table);
    assertThat(Files.readString(Path.of("docs/words-of-danger.md"))).contains(table);
  }

  private static List<Invented> reports() throws IOException {
    return Files.readAllLines(REPORTS).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(cells -> new Invented(cells[0], cells[1], cells[2].equals("yes"), cells[4]))
        .toList();
  }
}
