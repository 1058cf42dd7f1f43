package nl.uitweg.editing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.uitweg.editing.CheckContent;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.testsupport.ContentCopy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that texts keep to the rules of wording of their language. */
class WordingRuleTest {

  /**
   * A text that breaks a rule.
   *
   * @param text the text that is added to the page
   */
  private record Mistake(String page, String text, String problem) {}

  @TempDir static Path folder;
  private static List<String> problems = List.of();

  static Stream<Mistake> mistakes() {
    return Stream.of(
        new Mistake(
            "content/nl/danger.md",
            "Blijf aan de lijn.",
            "says 'blijf aan de lijn': who says nothing is disconnected by 112"),
        new Mistake(
            "content/nl/help.md",
            "Je loopt geen risico.",
            "says 'geen risico': nobody can promise that"),
        new Mistake(
            "content/nl/guilt.md",
            "Een aanklacht helpt.",
            "says 'aanklacht'; the site calls this 'aangifte'"),
        new Mistake(
            "content/nl/guilt.md",
            "Vraag het aan het RIEC.",
            "content/nl/guilt.md: says 'RIEC' without an explanation, such as [overheden]"),
        new Mistake(
            "content/nl/family.md",
            "Wil je dat? Dan kan het. Wil je meer? Dan kan dat ook.",
            "content/nl/family.md: has"),
        new Mistake(
            "content/en/help.md",
            "We guarantee that.",
            "says 'guarantee*': nobody can promise that"),
        new Mistake(
            "content/en/guilt.md",
            "Ask the RIEC.",
            "content/en/guilt.md: says 'RIEC' without an explanation"),
        new Mistake(
            "content/en/family.md",
            "Unquestionable, incomprehensible, misunderstanding, internationalisation, ".repeat(9)
                + "characteristically.",
            "content/en/family.md: is hard to read"));
  }

  @BeforeAll
  static void makeMistakes() throws IOException {
    ContentCopy.ofRepository(folder, List.of("nl", "en"));
    for (Mistake mistake : mistakes().toList()) {
      Path page = folder.resolve(mistake.page());
      Files.writeString(page, Files.readString(page) + "\n" + mistake.text() + "\n");
    }
    problems = CheckContent.problems(folder);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void reportsTextThatBreaksRule(Mistake mistake) {
    assertThat(problems).anyMatch(found -> found.contains(mistake.problem()));
  }

  @Test
  void hasRulesForEveryLanguage() {
    for (Language language : Languages.read(Path.of("i18n")).all()) {
      Wording wording = Wording.read(Path.of("content"), language);
      assertThat(wording.never()).as(language.code()).isNotEmpty();
      assertThat(wording.instead()).as(language.code()).isNotEmpty();
    }
  }

  @Test
  void matchesWholeWordsOnly() {
    assertThat(Wording.occurs("sepot", "Dat heet sepot.")).isTrue();
    assertThat(Wording.occurs("sepot", "De sepotbrief")).isFalse();
    assertThat(Wording.occurs("sepot*", "De sepotbrief")).isTrue();
    assertThat(Wording.occurs("庇护", "安置住所和庇护住所")).isTrue();
  }
}
