package nl.uitweg.editing.po;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.testsupport.ContentCopy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Imports one PO file for each kind of mistake; each is refused with its reason. */
class PoImportRefusalTest {

  private static final Language POLISH = new Language("pl");

  /**
   * A mistake in one text.
   *
   * @param changed what the translator sends for the text, in place of its translation
   */
  private record Mistake(String context, String changed, String reason) {
    @Override
    public String toString() {
      return context + ": " + reason;
    }
  }

  @TempDir static Path folder;
  private static String po = "";

  static Stream<Mistake> mistakes() {
    return Stream.of(
        new Mistake("form:too-long-hint", "Za długi tekst.", "lacks {0}; put it where"),
        new Mistake("form:too-long-hint", "Najwyżej {0, number znaków.", "is not an ICU message"),
        new Mistake("form:too-long-hint", "Najwyżej {0} d'x.", "has a straight apostrophe"),
        new Mistake("page:skip", "Przejdź {0}", "has {0}, which the Dutch text lacks"),
        new Mistake("page:skip", "Zadzwoń 020 123 45 67", "the number 020 123 45 67 is not in"),
        new Mistake("page:skip", "Zobacz https://example.org", "must not be in a text"),
        new Mistake("page:skip", "Przеjdź do treści", "has 'е' (U+0435), which is Cyrillic"),
        new Mistake("page:skip", "Przejdź do treścı", "has 'ı' (U+0131), which is not in the"),
        new Mistake("page:skip", "Przejdź\\ndo treści", "must be one line"),
        new Mistake("page:skip", "Przejdź {do treści", "has a brace that is not part of a mark"),
        new Mistake("page:skip", "Przejdź 12", "has the numbers [12], the Dutch text []"),
        new Mistake("page:skip", "{tel:police} Przejdź", "has other marks than the Dutch text"),
        new Mistake("form:title", "Handel ludźmi", "must be neutral, without"),
        new Mistake("content/danger:title", "Pomoc\\nteraz", "would be split into several"),
        new Mistake("content/danger:2-item-1", "A\\n\\nB", "would be split into several texts"),
        new Mistake("content/danger:2-item-1", "Tu <b>jest</b>", "HTML is not allowed"),
        new Mistake("content/danger:2-item-1", "Tu `jest`", "code is not allowed"),
        new Mistake("content/danger:2-item-1", "[Tu](nowhere)", "has other marks"),
        new Mistake("content/danger:2-item-1", "Tu {foo:x}", "has a brace that is not"));
  }

  @BeforeAll
  static void export() throws IOException {
    ContentCopy.into(folder, List.of("nl", "en", "pl"));
    po = PoExport.of(new SourceTexts(folder, POLISH), Instant.EPOCH);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void refusesMistakeAndWritesNothing(Mistake mistake) throws IOException {
    Map<String, String> before = ContentCopy.files(folder);
    String changed = replace(mistake.context(), "msgstr \"" + mistake.changed() + "\"");
    ImportResult result = run(replaceIn(changed, "page:name", "msgstr \"Wyjście\""), false);
    assertThat(result.refused())
        .anySatisfy(
            reason ->
                assertThat(reason).startsWith(mistake.context() + ": ").contains(mistake.reason()));
    assertThat(result.refused()).allMatch(reason -> reason.startsWith(mistake.context() + ": "));
    assertThat(ContentCopy.files(folder)).isEqualTo(before);
  }

  @Test
  void refusesTextThatIsInTheFileTwice() throws IOException {
    String entry = entry(po, "page:skip");
    assertThat(run(po + "\n" + entry + "\n", false).refused())
        .containsExactly("page:skip: is in the file more than once; delete all but one");
  }

  @Test
  void refusesUnknownText() throws IOException {
    String unknown = po.replace("msgctxt \"page:skip\"", "msgctxt \"page:jump\"");
    assertThat(run(unknown, false).refused())
        .containsExactly("page:jump: no such text exists (any more); delete it, or export again");
    assertThat(run(po.replace("msgctxt \"page:skip\"\n", ""), false).refused())
        .singleElement()
        .asString()
        .contains("has no msgctxt");
  }

  @Test
  void refusesPluralWithMissingForm() throws IOException {
    String entry = entry(po, "form:wait-text");
    String changed = entry.substring(0, entry.indexOf("\nmsgstr[2]")) + "\nmsgstr[2] \"\"";
    assertThat(run(po.replace(entry, changed), false).refused())
        .containsExactly(
            "form:wait-text: needs a text for each of the 3 plural forms, msgstr[0] to msgstr[2]");
  }

  @Test
  void namesFuzzyAndUntranslatedTextsWithoutRefusingThem() throws IOException {
    String fuzzy = replace("page:skip", "msgstr \"Inny\"");
    ImportResult result =
        run(fuzzy.replace("msgctxt \"page:skip\"", "#, fuzzy\nmsgctxt \"page:skip\""), false);
    assertThat(result.refused()).isEmpty();
    assertThat(result.accepted()).isEmpty();
    assertThat(result.fuzzy()).containsExactly("page:skip");
    assertThat(result.untranslated()).contains("content/tonight:title");
  }

  private static String replace(String context, String translation) {
    return replaceIn(po, context, translation);
  }

  private static String replaceIn(String file, String context, String translation) {
    String entry = entry(file, context);
    return file.replace(entry, entry.substring(0, entry.indexOf("msgstr ")) + translation);
  }

  private static String entry(String file, String context) {
    return Pattern.compile("\n\n")
        .splitAsStream(file)
        .filter(entry -> entry.contains("msgctxt \"" + context + "\""))
        .findFirst()
        .orElseThrow();
  }

  private static ImportResult run(String file, boolean skipRefused) throws IOException {
    return PoImport.run(
        new SourceTexts(folder, POLISH),
        PoFile.parse("pl.po", file.getBytes(StandardCharsets.UTF_8), POLISH),
        skipRefused);
  }
}
