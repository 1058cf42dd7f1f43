package nl.uitweg.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.content.Content;
import nl.uitweg.content.Organisation;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks {@code docs/policy-coverage.md}: every paragraph has a row, the quoted words are in the
 * named place, and the totals are correct.
 */
class PolicyCoverageTest {

  private static final Path TABLE = Path.of("docs/policy-coverage.md");
  private static final String LEFT_OUT = "left out";
  private static final Content CONTENT =
      Content.read(Path.of("content"), new Languages(List.of(Language.DUTCH)));

  /** A row of the table; {@code where} is a place such as {@code page:danger}, or "left out". */
  record Row(String paragraph, String item, String where, String quote) {}

  static List<Row> rows() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| paragraph"))
        .map(line -> line.substring(2, line.length() - 2).split(" \\| ", -1))
        .map(cells -> new Row(cells[0], cells[1], cells[2].replace("`", ""), cells[3]))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void findsQuotedWordsInNamedPlace(Row row) throws IOException {
    assertThat(row.quote()).isNotBlank();
    if (!row.where().equals(LEFT_OUT)) {
      String quote = row.quote().replaceAll("^“|”$", "");
      assertThat(quote.length()).as("length of the quoted words").isGreaterThan(3);
      assertThat(plain(Files.readString(place(row.where())))).contains(quote);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1",
        "1.2",
        "1.3",
        "1.4",
        "2.1",
        "2.1 (1)",
        "2.1 (2)",
        "2.1 (3)",
        "2.1 (4)",
        "2.2",
        "2.3",
        "3.1",
        "3.2",
        "4",
        "4.1",
        "4.2",
        "5",
        "5.1",
        "5.2",
        "5.3 intern",
        "5.3 extern",
        "6",
        "7",
        "7.1",
        "7.2",
        "7.3",
        "7.4",
        "7.5",
        "8",
        "8.1",
        "9.1",
        "9.2",
        "9.3",
        "Bijlage 1",
        "Bijlage 2",
        "Bijlage 3",
        "Bijlage 4",
        "Bijlage 5",
        "Bijlage 6",
        "Bijlage 7"
      })
  void hasRowForEveryParagraph(String paragraph) throws IOException {
    assertThat(rows())
        .extracting(Row::paragraph)
        .anyMatch(covered -> covered.equals(paragraph) || covered.startsWith(paragraph + " "));
  }

  @Test
  void statesCorrectTotals() throws IOException {
    long leftOut = rows().stream().filter(row -> row.where().equals(LEFT_OUT)).count();
    assertThat(Files.readString(TABLE))
        .contains(
            "%d items: %d shown, %d left out."
                .formatted(rows().size(), rows().size() - leftOut, leftOut));
  }

  private static Path place(String where) {
    String[] parts = where.split(":", 2);
    return switch (parts[0]) {
      case "page" -> Path.of("content/nl", parts[1] + ".md");
      case "i18n" -> Path.of("i18n", parts[1], "nl.properties");
      case "region" -> Path.of("content/region/texts", parts[1], "nl.properties");
      case "yaml" -> Path.of("content", parts[1] + ".yaml");
      default ->
          throw new IllegalArgumentException("Unknown place in docs/policy-coverage.md: " + where);
    };
  }

  /** The text as a visitor reads it: names instead of marks, and links without their targets. */
  private static String plain(String text) {
    return Pattern.compile("\\{(nl|org):([^{}]*)}")
        .matcher(text)
        .replaceAll(PolicyCoverageTest::visibleText)
        .replaceAll("]\\([^)]*\\)", "")
        .replace("[", "")
        .replace("**", "")
        .replaceAll("\\s+", " ");
  }

  private static String visibleText(MatchResult mark) {
    String name =
        mark.group(1).equals("nl")
            ? mark.group(2)
            : CONTENT.organisation(mark.group(2)).map(Organisation::name).orElse(mark.group(2));
    return Matcher.quoteReplacement(name);
  }
}
