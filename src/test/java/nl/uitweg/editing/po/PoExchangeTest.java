package nl.uitweg.editing.po;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.uitweg.editing.CheckContent;
import nl.uitweg.platform.i18n.BundleFile;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.testsupport.ContentCopy;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exports a language to a PO file and imports what a translator returns. */
class PoExchangeTest {

  private static final Language POLISH = new Language("pl");

  /** A Polish text of one line, and how a PO file writes it. */
  private static final String SKIP_TEXT =
      Objects.requireNonNull(
              BundleFile.read(BundleFolder.of(Path.of("i18n"), "page"), POLISH).texts().get("skip"))
          .text();

  private static final String SKIP = "msgstr \"" + SKIP_TEXT + "\"";

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    ContentCopy.into(folder, List.of("nl", "en", "pl"));
  }

  static Stream<Language> translations() {
    return Languages.read(Path.of("i18n")).all().stream().filter(l -> !l.equals(Language.DUTCH));
  }

  @ParameterizedTest
  @MethodSource("translations")
  void roundTripsAndRestoresLanguage(Language language, @TempDir Path copy) throws IOException {
    folder = copy;
    ContentCopy.ofRepository(folder, List.of("nl", language.code()));
    Map<String, String> before = ContentCopy.files(folder);
    String po = export(language);
    assertThat(importPo(language, po)).isEqualTo(new PoImport.Result(List.of(), List.of()));
    assertThat(ContentCopy.files(folder)).as("nothing changes").isEqualTo(before);
    FileUtils.deleteDirectory(folder.resolve("content/" + language.code()).toFile());
    for (var bundle : new SourceTexts(folder, language).bundles()) {
      Files.delete(bundle.folder().resolve(language.code() + ".properties"));
    }
    assertThat(importPo(language, po).rejected()).isEmpty();
    assertThat(ContentCopy.files(folder)).as("every file is restored").isEqualTo(before);
    assertThat(export(language)).isEqualTo(po);
  }

  @Test
  void changesOnlyLineOfChangedText() throws IOException {
    String po = export(POLISH).replace(SKIP, "msgstr \"Do treści\"");
    assertThat(changedLines(po))
        .isEqualTo(Map.of("i18n/page/pl.properties", List.of("skip=Do treści")));
  }

  @Test
  void changesOnlyLineOfChangedPagePiece() throws IOException {
    String line = lineOf("content/pl/danger.md", 17);
    String po = export(POLISH).replace("\"" + line.substring(2) + "\"", "\"Czy są tam „dzieci”.\"");
    assertThat(changedLines(po))
        .isEqualTo(Map.of("content/pl/danger.md", List.of("- Czy są tam „dzieci”.")));
  }

  @Test
  void exportsStaleTextAsFuzzyAndUpdatesFingerprintOnImport() throws IOException {
    replace("i18n/page/nl.properties", "\nskip=", "\nskip=Snel ");
    String po = export(POLISH);
    assertThat(entry(po, "page:skip")).contains("#, fuzzy").contains("msgid \"Snel ");
    assertThat(changedLines(po)).as("fuzzy texts are not imported").isEmpty();
    String translatedPo =
        po.replace(
            entry(po, "page:skip"),
            entry(po, "page:skip").replace("#, fuzzy\n", "").replace(SKIP_TEXT, "Szybko"));
    assertThat(changedLines(translatedPo).get("i18n/page/pl.properties"))
        .hasSize(2)
        .anyMatch(line -> line.matches("#= [0-9a-f]{10}"))
        .anyMatch(line -> line.equals("skip=Szybko"));
  }

  @Test
  void updatesPageFingerprintWhenNoPieceIsFuzzy() throws IOException {
    replace("content/nl/danger.md", "Loop naar een plek", "Ga naar een plek");
    String po = export(POLISH);
    assertThat(entry(po, "content/danger:title")).contains("#, fuzzy");
    assertThat(changedLines(po)).isEmpty();
    assertThat(changedLines(po.replace("#, fuzzy\n", "")).get("content/pl/danger.md"))
        .singleElement()
        .asString()
        .startsWith("of: \"");
    assertThat(CheckContent.problems(folder)).noneMatch(p -> p.contains("content/pl/danger.md"));
  }

  @Test
  void rejectsTranslationOfOlderSourceAndImportsOthers() throws IOException {
    String po =
        export(POLISH)
            .replace(SKIP, "msgstr \"Do treści\"")
            .replace("msgstr \"Pomoc w niebezpieczeństwie\"", "msgstr \"Nowy\"");
    replace("i18n/page/nl.properties", "\nskip=", "\nskip=Snel ");
    PoImport.Result result = importPo(POLISH, po);
    assertThat(result.rejected())
        .singleElement()
        .asString()
        .contains("page:skip: was translated from an older Dutch text")
        .contains("It now says: “Snel ");
    assertThat(result.imported()).containsExactly("content/danger:title");
    assertThat(lineOf("content/pl/danger.md", 2)).isEqualTo("title: \"Nowy\"");
    assertThat(Files.readString(folder.resolve("i18n/page/pl.properties")))
        .contains("skip=" + SKIP_TEXT);
  }

  @Test
  void rejectsTextThatWouldBreakItsFile() throws IOException {
    String po =
        export(POLISH)
            .replace(SKIP, "msgstr \"" + SKIP_TEXT.replaceFirst(" ", "\\\\n") + "\"")
            .replace("\"" + lineOf("content/pl/danger.md", 17).substring(2) + "\"", "\"A\\n\\nB\"");
    PoImport.Result result = importPo(POLISH, po);
    assertThat(result.imported()).isEmpty();
    assertThat(result.rejected())
        .anyMatch(reason -> reason.equals("page:skip: must be one line"))
        .anyMatch(
            reason -> reason.startsWith("content/danger: a piece would be split into several"));
  }

  @Test
  void reportsUnknownContext() throws IOException {
    String po = export(POLISH).replace("msgctxt \"page:skip\"", "msgctxt \"page:jump\"");
    assertThat(importPo(POLISH, po).rejected())
        .containsExactly("page:jump: no such text exists (any more); it is ignored");
  }

  @Test
  void createsFilesOfNewLanguage() throws IOException {
    Language hebrew = new Language("he");
    assertThat(export(hebrew)).contains("msgstr \"\"").doesNotContain("fuzzy");
    String po = export(POLISH).replace("Language: pl", "Language: he");
    importPo(hebrew, po);
    assertThat(folder.resolve("content/he/danger.md"))
        .hasSameTextualContentAs(folder.resolve("content/pl/danger.md"));
    assertThat(folder.resolve("i18n/form/he.properties"))
        .hasSameTextualContentAs(folder.resolve("i18n/form/pl.properties"));
    assertThat(folder.resolve("i18n/desk/inbox/he.properties")).doesNotExist();
  }

  @Test
  void rejectsIncompletePageOfNewLanguage() throws IOException {
    String po = export(POLISH);
    String entry = entry(po, "content/danger:title");
    PoImport.Result result =
        importPo(
            new Language("he"), po.replace(entry, entry.replaceAll("msgstr .*", "msgstr \"\"")));
    assertThat(result.rejected())
        .singleElement()
        .asString()
        .matches("content/danger: \\d+ of \\d+ pieces can be used; .*");
    assertThat(folder.resolve("content/he/danger.md")).doesNotExist();
    assertThat(folder.resolve("content/he/help.md")).exists();
  }

  @Test
  void reportsCountsAndRejectsInvalidArguments() throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
    Path file = folder.resolve("pl.po");
    PoExchange.exportFile(folder, "pl", file, out);
    assertThat(PoExchange.importFile(folder, "pl", file, out)).isTrue();
    assertThat(output.toString(StandardCharsets.UTF_8))
        .contains(" texts written to pl.po")
        .contains("0 texts imported, 0 rejected");
    assertThatThrownBy(() -> PoExchange.exportFile(folder, "nl", file, out))
        .hasMessageContaining("is not a language to translate into");
    assertThatThrownBy(() -> PoExchange.exportFile(folder, "../x", file, out))
        .hasMessageContaining("is not a language to translate into");
    Files.writeString(file, "<html>");
    assertThatThrownBy(() -> PoExchange.importFile(folder, "pl", file, out))
        .hasMessageContaining("not a PO file");
  }

  private String export(Language language) throws IOException {
    return PoExport.of(new SourceTexts(folder, language));
  }

  private PoImport.Result importPo(Language language, String po) throws IOException {
    return PoImport.importFile(new SourceTexts(folder, language), po);
  }

  /** The changed lines per file after importing a PO file. */
  private Map<String, List<String>> changedLines(String po) throws IOException {
    Map<String, String> before = ContentCopy.files(folder);
    importPo(POLISH, po);
    Map<String, List<String>> changed = new TreeMap<>();
    ContentCopy.files(folder)
        .forEach(
            (file, text) -> {
              if (!text.equals(before.get(file))) {
                List<String> old = before.getOrDefault(file, "").lines().toList();
                List<String> now = text.lines().toList();
                assertThat(now).hasSameSizeAs(old);
                changed.put(
                    file,
                    IntStream.range(0, now.size())
                        .filter(i -> !now.get(i).equals(old.get(i)))
                        .mapToObj(now::get)
                        .toList());
              }
            });
    return changed;
  }

  private String lineOf(String file, int line) throws IOException {
    return Files.readAllLines(folder.resolve(file)).get(line - 1);
  }

  private static String entry(String po, String context) {
    return Stream.of(po.split("\n\n"))
        .filter(entry -> entry.contains("msgctxt \"" + context + "\""))
        .findFirst()
        .orElseThrow();
  }

  private void replace(String file, String from, String to) throws IOException {
    Path path = folder.resolve(file);
    assertThat(Files.readString(path)).contains(from);
    Files.writeString(path, Files.readString(path).replace(from, to));
  }
}
