package nl.uitweg.editing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.uitweg.command.CommandLines;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.testsupport.ContentCopy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that {@code bin/check-content} reports mistakes of editors. */
class CheckContentTest {

  /**
   * A mistake of an editor.
   *
   * @param from text in the file that the editor replaces
   * @param problem part of the report
   */
  private record Mistake(String file, String from, String to, String problem) {}

  @TempDir static Path folderWithMistakes;
  private static List<String> problemsOfMistakes = List.of();

  @TempDir Path folder;

  static Stream<Mistake> mistakes() {
    return Stream.of(
        new Mistake(
            "content/nl/help.md",
            "Je hoeft nog niets te kiezen",
            "Je kiest later",
            "content/en/help.md: is stale"),
        new Mistake("content/en/papers.md", "of: \"", "of: \"x", "content/en/papers.md: is stale"),
        new Mistake("i18n/page/nl.properties", "skip=", "skip=Snel ", "i18n/page/en.properties:"),
        new Mistake(
            "i18n/directory/en.properties",
            "found-all=",
            "found-all={0} ",
            "must have the same marks"),
        new Mistake(
            "content/nl/help.md",
            "## Goed om te weten",
            "## Bel 020 123 45 67",
            "content/nl/help.md:10: the number 020 123 45 67"),
        new Mistake(
            "i18n/home/nl.properties",
            "lead=",
            "lead=https://example.org/ ",
            "must not be in a text"),
        new Mistake(
            "content/search/pl.yaml",
            "bije mnie",
            "bijе mnie",
            "content/search/pl.yaml: 'bijе mnie' has 'е' (U+0435), which is Cyrillic"),
        new Mistake(
            "content/residence.yaml",
            "confidence: B",
            "confidence: S",
            "rule 'helpline' or one of its statements was changed, but not checked since 2026-11-24"),
        new Mistake(
            "i18n/residence/nl.properties",
            "\nstatement.stay-coast=",
            "\nstatement.stay-coast=Nieuw. ",
            "rule 'free-coast' or one of its statements was changed"));
  }

  @BeforeAll
  static void makeAllMistakes() throws IOException {
    copyInto(folderWithMistakes);
    for (Mistake mistake : mistakes().toList()) {
      change(folderWithMistakes, mistake.file(), mistake.from(), mistake.to());
    }
    problemsOfMistakes = CheckContent.problems(folderWithMistakes);
  }

  @BeforeEach
  void copyContent() throws IOException {
    copyInto(folder);
  }

  /** Copies the fictional content and records its residence rules as checked. */
  private static void copyInto(Path folder) throws IOException {
    ContentCopy.into(folder, List.of("nl", "en", "pl"));
    assertThat(ResidenceRuleChecks.accept(folder, print(new ByteArrayOutputStream()))).isTrue();
  }

  @Test
  void findsNoProblemInRepository() throws IOException {
    assertThat(CheckContent.problems(Path.of(""))).isEmpty();
  }

  @Test
  void findsNoProblemInSubsetOfLanguages() throws IOException {
    assertThat(CheckContent.problems(folder)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void reportsMistakeWithLocation(Mistake mistake) {
    assertThat(problemsOfMistakes).anyMatch(found -> found.contains(mistake.problem()));
  }

  @Test
  void reportsPageThatIsHardToRead() throws IOException {
    change(
        "content/nl/papers.md",
        "Je mag naar de dokter.",
        "Verantwoordelijkheidsgevoelens veroorzaken onwaarschijnlijke gezondheidsproblemen en "
                .repeat(40)
            + "meer.");
    assertThat(CheckContent.problems(folder))
        .anyMatch(p -> p.contains("content/nl/papers.md: is hard to read"));
  }

  @Test
  void reportsUnlistedAndMissingPages() throws IOException {
    Files.copy(folder.resolve("content/nl/help.md"), folder.resolve("content/nl/extra.md"));
    assertThat(CheckContent.problems(folder))
        .contains("content/nl/extra.md: content/pages.yaml lists no page of this name");
    Files.delete(folder.resolve("content/en/help.md"));
    assertThat(CheckContent.problems(folder))
        .anyMatch(p -> p.startsWith("content/en/help.md: is missing"));
    Files.delete(folder.resolve("content/nl/help.md"));
    assertThatThrownBy(() -> CheckContent.problems(folder))
        .isInstanceOf(InvalidContentException.class)
        .hasMessageContaining("content/nl/help.md");
  }

  @Test
  void distinguishesPostponedFromMissingTranslation() throws IOException {
    Path page = folder.resolve("content/pl/tonight.md");
    Files.deleteIfExists(page);
    String found = "content/pl/tonight.md: is not written yet; visitors read the Dutch text";
    assertThat(CheckContent.check(folder).hints()).contains(found);
    assertThat(CheckContent.problems(folder)).noneMatch(p -> p.startsWith("content/pl/tonight.md"));
    change("content/pages.yaml", "    writtenIn: [nl, en]\n", "");
    assertThat(CheckContent.problems(folder))
        .anyMatch(p -> p.startsWith("content/pl/tonight.md: is missing"));
  }

  @Test
  void rejectsFactWithUnknownConfidence() throws IOException {
    change("content/organisations.yaml", "confidence: A}", "confidence: U}");
    assertThatThrownBy(() -> CheckContent.problems(folder))
        .isInstanceOf(InvalidContentException.class)
        .hasMessageContaining("content/organisations.yaml:");
  }

  @Test
  void reportsConfidenceAWithOneSource() throws IOException {
    change(
        "content/residence.yaml",
        "  - id: helpline\n    confidence: B",
        "  - id: helpline\n    confidence: A");
    assertThat(CheckContent.problems(folder))
        .contains(
            "content/residence.yaml: rule 'helpline' has confidence A and one source: name a"
                + " second source, or write B");
  }

  @Test
  void rejectsPageWithoutNextStep() throws IOException {
    change("content/pages.yaml", "    next: residence\n", "");
    assertThatThrownBy(() -> CheckContent.problems(folder))
        .isInstanceOf(InvalidContentException.class)
        .hasMessageContaining("'next' is missing");
  }

  @Test
  void acceptsChangedRuleOnlyWithNewCheckDate() throws IOException {
    String rule = "  - id: short-stay\n    confidence: B\n    checked: ";
    change("content/residence.yaml", rule, rule.replace("B", "S"));
    ByteArrayOutputStream refusal = new ByteArrayOutputStream();
    assertThat(ResidenceRuleChecks.accept(folder, print(refusal))).isFalse();
    assertThat(refusal.toString(UTF_8)).hasLineCount(1).contains("not checked");
    change(
        "content/residence.yaml",
        rule.replace("B", "S") + "2026-11-24",
        rule.replace("B", "S") + "2026-12-01");
    assertThat(CheckContent.problems(folder))
        .singleElement()
        .asString()
        .contains("changed and checked");
    ByteArrayOutputStream acceptance = new ByteArrayOutputStream();
    assertThat(ResidenceRuleChecks.accept(folder, print(acceptance))).isTrue();
    assertThat(acceptance.toString(UTF_8)).hasLineCount(1).contains("rules recorded");
    assertThat(CheckContent.problems(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--exprot", "--export pl", "--links --residence", "pl"})
  void rejectsInvalidArguments(String arguments) {
    assertThat(CommandLines.of(new CheckContent()).execute(arguments.split(" ", -1))).isEqualTo(2);
  }

  @Test
  void printsWholeResidenceGuide() {
    assertThat(ResidenceOverview.of(folder))
        .contains("| free-coast | Kustwet, artikel 1 | A | 2026-11-24 |")
        .containsPattern("\\| short-stay-dublin \\|.*\\| A, .+ \\| 2026-11-24 \\|")
        .contains("Je mag aan de kust blijven.")
        .doesNotContain("(geen tekst)");
    assertThat(ResidenceOverview.of(Path.of(""))).doesNotContain("(geen tekst)");
  }

  private static PrintStream print(ByteArrayOutputStream output) {
    return new PrintStream(output, true, UTF_8);
  }

  private void change(String file, String from, String to) throws IOException {
    change(folder, file, from, to);
  }

  private static void change(Path folder, String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(
        folder.resolve(file), text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
  }
}
