package nl.uitweg.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.uitweg.platform.file.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundlesTest {

  private static final Pattern KEY =
      Pattern.compile(
          "[tT]exts(?:\\(\\))?\\.(?:get|before|after)\\(\\s*['\"]([a-z0-9.-]+)['\"][,)]");

  private final Languages languages = Languages.read(Path.of("i18n"));

  @Test
  void hasEveryKeyThatTemplatesAndCodeUse() throws IOException {
    Texts dutch = Bundles.read(Path.of("i18n"), languages).in(Language.DUTCH);
    List<String> usedKeys =
        Stream.concat(files("src/main/resources/templates"), files("src/main/java"))
            .flatMap(file -> KEY.matcher(read(file)).results().map(r -> r.group(1)))
            .toList();
    assertThat(usedKeys).hasSizeGreaterThan(100).allMatch(dutch::has);
  }

  @Test
  void templatesContainNoLiteralText() throws IOException {
    Pattern word = Pattern.compile("[\\p{L}]{3,}");
    List<String> literals =
        files("src/main/resources/templates")
            .flatMap(
                file ->
                    Stream.of(textOf(read(file)).split("\n", -1))
                        .filter(line -> word.matcher(line).find())
                        .map(line -> file.getFileName() + ": " + line.strip()))
            .toList();
    assertThat(literals).isEmpty();
  }

  /** The literal text of a template, without comments, expressions and tags. */
  private static String textOf(String template) {
    return template
        .replaceAll("(?s)\\{@[^}]*}", "")
        .replaceAll("(?s)<svg.*?</svg>", "")
        .replaceAll("(?s)<style>.*?</style>", "")
        .replaceAll(
            "<span lang=\"en\"[^>]*>[^<]*</span>",
            "") // marked as English on pages in every language
        .replaceAll("\\{[^{}]*}", "")
        .replaceAll("(?s)<[^>]*>", "");
  }

  @Test
  void everyDutchTextHasATranslatorComment() throws IOException {
    for (Path file : files("i18n").filter(f -> f.endsWith("nl.properties")).toList()) {
      String previous = "";
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          assertThat(previous).as("%s: above %s", file, line).startsWith("# ");
        }
        previous = line;
      }
    }
  }

  @Test
  void everyTranslationMatchesItsSourceFingerprint() throws IOException {
    for (Language language : languages.all()) {
      if (language.equals(Language.DUTCH)) {
        continue;
      }
      for (BundleFolder bundle : BundleFolder.all(Path.of("i18n"))) {
        if (!bundle.languages(languages).contains(language)) {
          continue;
        }
        BundleFile source = BundleFile.read(bundle, Language.DUTCH);
        BundleFile translation = BundleFile.read(bundle, language);
        translation
            .texts()
            .forEach(
                (key, entry) ->
                    assertThat(entry.translatedFrom())
                        .as("%s.%s in %s", bundle.name(), key, language.code())
                        .contains(Fingerprint.of(source.texts().get(key).text())));
      }
    }
  }

  @Test
  void reportsFileAndKeyOfAMissingText(@TempDir Path i18n) throws IOException {
    bundle(i18n, "nl", "# comment\na=Een\n# comment\nb=Twee\n");
    bundle(i18n, "en", "a=One\n");
    assertThatThrownBy(() -> Bundles.read(i18n, languages))
        .hasMessage("i18n/demo/en.properties: b is missing (source: nl.properties:4)");
  }

  @Test
  void reportsFileAndLineOfAnInvalidLine(@TempDir Path i18n) throws IOException {
    bundle(i18n, "nl", "# comment\na=Een\nthis is no text\n");
    bundle(i18n, "en", "a=One\n");
    assertThatThrownBy(() -> Bundles.read(i18n, languages))
        .hasMessage("i18n/demo/nl.properties:3: expected key=text");
  }

  @Test
  void reportsFileAndKeyOfAnInvalidParameter(@TempDir Path i18n) throws IOException {
    bundle(i18n, "nl", "# comment\na=In {regoin}\n");
    Languages dutch = new Languages(List.of(Language.DUTCH));
    TextParameters parameters =
        new TextParameters(Set.of("region"), language -> Map.of("region", "Elst"));
    assertThatThrownBy(() -> Bundles.read(BundleFolder.all(i18n), dutch, parameters))
        .hasMessage("i18n/demo/nl.properties:2: a: {regoin} is not a parameter; known are region");
  }

  @Test
  void mergesBundlesOfOneNameAndReportsAKeyInBoth(@TempDir Path i18n, @TempDir Path texts)
      throws IOException {
    bundle(i18n, "nl", "# comment\na=Een\n");
    bundle(texts, "nl", "# comment\nb=Twee\n");
    Languages dutch = new Languages(List.of(Language.DUTCH));
    List<BundleFolder> folders = new ArrayList<>(BundleFolder.all(i18n));
    folders.addAll(BundleFolder.local(texts, "region/texts"));
    Texts merged = Bundles.read(folders, dutch, TextParameters.UNFILLED).in(Language.DUTCH);
    assertThat(merged.get("demo.a") + merged.get("demo.b")).isEqualTo("EenTwee");
    bundle(texts, "nl", "# comment\na=Drie\n");
    assertThatThrownBy(() -> Bundles.read(folders, dutch, TextParameters.UNFILLED))
        .hasMessage(
            "region/texts/demo/nl.properties:2: a is also in another bundle of the same name");
  }

  @Test
  void formatsPlurals(@TempDir Path i18n) throws IOException {
    String days = "age={0, plural, =0 {today} one {# day ago} other {# days ago}}\n";
    bundle(i18n, "nl", "# comment\n" + days);
    bundle(i18n, "en", days);
    Texts english =
        Bundles.read(
                BundleFolder.all(i18n),
                new Languages(List.of(Language.DUTCH, Language.ENGLISH)),
                TextParameters.UNFILLED)
            .in(Language.ENGLISH);
    assertThat(english.get("demo.age", 0)).isEqualTo("today");
    assertThat(english.get("demo.age", 3)).isEqualTo("3 days ago");
  }

  private static void bundle(Path i18n, String language, String text) throws IOException {
    Path folder = Files.createDirectories(i18n.resolve("demo"));
    Files.writeString(folder.resolve(language + ".properties"), text);
  }

  private static Stream<Path> files(String folder) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      return all.filter(Files::isRegularFile).toList().stream();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
