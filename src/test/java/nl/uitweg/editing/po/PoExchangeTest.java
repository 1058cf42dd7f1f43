package nl.uitweg.editing.po;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.uitweg.editing.CheckContent;
import nl.uitweg.platform.i18n.BundleFile;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.testsupport.ContentCopy;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports a language to a PO file and imports what a translator returns. */
class PoExchangeTest {

  private static final Language POLISH = new Language("pl");

  /** A Polish text of one line, and how a PO file writes it. */
  private static final String SKIP_TEXT =
      Objects.requireNonNull(
              BundleFile.read(BundleFolder.of(Path.of("i18n"), "page"), POLISH).texts().get("skip"))
          .text();

  private static final String SKIP = "msgstr \"" + SKIP_TEXT + "\"";
  private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    ContentCopy.into(folder, List.of("nl", "en", "pl"));
  }

  /** English, and languages that differ in script, direction or number of plural forms. */
  static Stream<Language> translations() {
    return Stream.of("en", "ar", "fr", "pl", "ti", "zh-Hans").map(Language::new);
  }

  @ParameterizedTest
  @MethodSource("translations")
  void roundTripsAndRestoresLanguage(Language language, @TempDir Path copy) throws IOException {
    folder = copy;
    ContentCopy.ofRepository(folder, Stream.of("nl", "en", language.code()).distinct().toList());
    Map<String, String> before = ContentCopy.files(folder);
    String po = export(language);
    assertThat(importPo(language, po).refused()).isEmpty();
    assertThat(importPo(language, po).accepted()).isEmpty();
    assertThat(ContentCopy.files(folder)).as("nothing changes").isEqualTo(before);
    if (language.equals(Language.ENGLISH)) {
      return; // English has marks of its own, which only the English files allow.
    }
    FileUtils.deleteDirectory(folder.resolve("content/" + language.code()).toFile());
    for (var bundle : new SourceTexts(folder, language).bundles()) {
      Files.delete(bundle.folder().resolve(language.code() + ".properties"));
    }
    assertThat(importPo(language, po).refused()).isEmpty();
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
  void refusesTranslationOfOlderSourceAndImportsOthersOnRequest() throws IOException {
    String po =
        export(POLISH)
            .replace(SKIP, "msgstr \"Do treści\"")
            .replace("msgstr \"Pomoc w niebezpieczeństwie\"", "msgstr \"Nowy\"");
    replace("i18n/page/nl.properties", "\nskip=", "\nskip=Snel ");
    Map<String, String> before = ContentCopy.files(folder);
    assertThat(importPo(POLISH, po).refused()).hasSize(1);
    assertThat(ContentCopy.files(folder)).as("nothing is written").isEqualTo(before);
    ImportResult result = PoImport.run(texts(POLISH), parse(POLISH, po), true);
    assertThat(result.refused())
        .singleElement()
        .asString()
        .contains("page:skip: was translated from an older Dutch text")
        .contains("It now says: “Snel ");
    assertThat(result.accepted()).containsExactly("content/danger:title");
    assertThat(lineOf("content/pl/danger.md", 2)).isEqualTo("title: \"Nowy\"");
    assertThat(Files.readString(folder.resolve("i18n/page/pl.properties")))
        .contains("skip=" + SKIP_TEXT);
  }

  @Test
  void exportsEmptyTextsForNewLanguage() throws IOException {
    assertThat(export(new Language("sk"))).contains("msgstr \"\"").doesNotContain("fuzzy");
    assertThat(export(new Language("sk"))).contains("Language: sk").contains("nplurals=3");
  }

  @Test
  void keepsIncompletePageOfNewLanguageForLater() throws IOException {
    String po = export(POLISH);
    String entry = entry(po, "content/danger:title");
    deletePolish();
    ImportResult result =
        importPo(POLISH, po.replace(entry, entry.replaceAll("msgstr .*", "msgstr \"\"")));
    assertThat(result.refused()).isEmpty();
    assertThat(result.waiting())
        .singleElement()
        .asString()
        .matches("content/danger: \\d+ of \\d+ texts are translated; .*");
    assertThat(folder.resolve("content/pl/danger.md")).doesNotExist();
    assertThat(folder.resolve("content/pl/help.md")).exists();
    assertThat(folder.resolve("i18n/page/pl.properties")).exists();
    assertThat(folder.resolve("i18n/desk/inbox/pl.properties")).doesNotExist();
  }

  @Test
  void keepsTranslationsOfUnchangedPiecesWhenPieceIsInserted() throws IOException {
    GitRepository.create(folder);
    replace("content/nl/danger.md", "\n- ", "\n- Een nieuwe zin.\n- ");
    String po = export(POLISH);
    assertThat(po.split("#, fuzzy", -1)).as("one text").hasSizeLessThanOrEqualTo(2);
    assertThat(entry(po, "content/danger:2-item-1")).contains("msgstr \"\"");
    assertThat(entry(po, "content/danger:2-item-2"))
        .contains(lineOf("content/pl/danger.md", 17).substring(2, 12))
        .doesNotContain("fuzzy");
    String entry = entry(po, "content/danger:2-item-1");
    importPo(POLISH, po.replace(entry, entry.replace("msgstr \"\"", "msgstr \"Nowe zdanie.\"")));
    assertThat(CheckContent.problems(folder)).noneMatch(p -> p.contains("content/pl/danger.md"));
  }

  @Test
  void showsOlderDutchTextAndObsoleteTextFromHistory() throws IOException {
    GitRepository.create(folder);
    String older = Files.readString(folder.resolve("i18n/page/nl.properties"));
    String skip = older.lines().filter(l -> l.startsWith("skip=")).findFirst().orElseThrow();
    replace("i18n/page/nl.properties", skip, "jump=Spring verder");
    replace("i18n/home/nl.properties", "\nlead=", "\nlead=Nieuw. ");
    String po = export(POLISH);
    assertThat(po).contains("#~ msgctxt \"page:skip\"").contains("#~ msgid \"" + skip.substring(5));
    assertThat(entry(po, "home:lead")).contains("#, fuzzy").contains("#| msgid \"");
  }

  @Test
  void reportsCounts() throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
    Path file = folder.resolve("pl.po");
    PoExchange.exportFile(folder, "pl", file, NOW, out);
    assertThat(PoExchange.importFile(folder, "pl", file, false, out)).isTrue();
    assertThat(output.toString(StandardCharsets.UTF_8))
        .containsPattern("pl.po: \\d+ texts written, of which \\d+ are not translated and 0 are")
        .contains("0 texts imported");
    replaceIn(file, SKIP, SKIP.replaceFirst("\"$", " {0}\""));
    assertThat(PoExchange.importFile(folder, "pl", file, false, out)).isFalse();
    assertThat(output.toString(StandardCharsets.UTF_8))
        .contains("Nothing is imported. Correct the texts above, or add --skip-refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "../x", "PL", "zh_Hans", "xx", "qqq"})
  void refusesCodeOfNoLanguage(String code) {
    assertThatThrownBy(
            () -> PoExchange.exportFile(folder, code, folder.resolve("x.po"), NOW, System.out))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(code + " is ")
        .hasMessageContaining("use a code");
  }

  private void deletePolish() throws IOException {
    FileUtils.deleteDirectory(folder.resolve("content/pl").toFile());
    for (var bundle : texts(POLISH).bundles()) {
      Files.delete(bundle.folder().resolve("pl.properties"));
    }
  }

  private SourceTexts texts(Language language) {
    return new SourceTexts(folder, language);
  }

  private static PoFile parse(Language language, String po) {
    return PoFile.parse("test.po", po.getBytes(StandardCharsets.UTF_8), language);
  }

  private String export(Language language) throws IOException {
    return PoExport.of(texts(language), NOW);
  }

  private ImportResult importPo(Language language, String po) throws IOException {
    return PoImport.run(texts(language), parse(language, po), false);
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
    replaceIn(folder.resolve(file), from, to);
  }

  private static void replaceIn(Path path, String from, String to) throws IOException {
    assertThat(Files.readString(path)).contains(from);
    Files.writeString(
        path,
        Files.readString(path).replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
  }
}
