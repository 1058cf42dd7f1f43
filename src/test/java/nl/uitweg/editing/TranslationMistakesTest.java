package nl.uitweg.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.content.file.Fingerprint;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.testsupport.ContentCopy;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Makes one mistake of each kind in fictional pages and in a bundle of its own, and checks that
 * each is reported. A language without fictional pages gets the English ones.
 */
class TranslationMistakesTest {

  /** A mistake and a part of the expected message. */
  record Mistake(String file, String from, String to, String message) {
    @Override
    public String toString() {
      return message;
    }
  }

  private static final String PAGES = "content/";
  private static final String TEXTS = "i18n/sample/";

  /** Texts of the bundle, each below the comment that translators read. */
  private static final List<String> DUTCH =
      List.of(
          "title=Vertel het",
          "skip=Ga verder",
          "wait=Wacht {0, plural, one {# seconde} other {# seconden}}.",
          "limit=U schreef {0, number} tekens te veel.",
          "lead=Word je bedreigd? Hier lees je wie je kan helpen, en hoe.");

  private static final List<String> ENGLISH =
      List.of(
          "title=Tell us",
          "skip=Go on",
          "wait=Wait {0, plural, one {# second} few {# seconds} many {# seconds} other {# seconds}}.",
          "limit=You wrote {0, number} characters too many.",
          "lead=Is somebody threatening you? Read who can help you, and how.");

  @TempDir static Path folder;
  private static CheckContent.CheckResult before =
      new CheckContent.CheckResult(List.of(), List.of());
  private static CheckContent.CheckResult result =
      new CheckContent.CheckResult(List.of(), List.of());

  static List<Mistake> problems() {
    return List.of(
        new Mistake(
            TEXTS + "pl.properties", "\nskip=", "\n# skip=", "pl.properties: skip is missing"),
        new Mistake(
            TEXTS + "es.properties", "\nskip=", "\nskipp=", "skipp is not in the Dutch file"),
        new Mistake(
            TEXTS + "bg.properties", "#= ", "#= 0", "i18n/sample/bg.properties:2: title is stale"),
        new Mistake(
            PAGES + "ar/help.md",
            "{tel:comensha}",
            "{tel:police}",
            "content/ar/help.md:9: 1-paragraph-1 has other marks"),
        new Mistake(
            PAGES + "fa/help.md",
            "{org:comensha}",
            "De Brug",
            "content/fa/help.md:9: 1-paragraph-1 has other marks"),
        new Mistake(
            PAGES + "fr/help.md",
            "{nl:tolk}",
            "{nl:tolken}",
            "content/fr/help.md:14: 2-item-2 has other marks"),
        new Mistake(
            PAGES + "es/help.md",
            "](police)",
            "](papers)",
            "content/es/help.md:16: 2-paragraph-1 has other marks"),
        new Mistake(
            PAGES + "hu/danger.md",
            "\n## Call",
            "\nCall",
            "content/hu/danger.md:7: 0-paragraph-1 is not in the Dutch page"),
        new Mistake(
            PAGES + "sq/danger.md",
            "\n- ",
            "\n\n",
            "content/sq/danger.md:18: 2-paragraph-1 is not"),
        new Mistake(
            TEXTS + "pl.properties",
            " few {# seconds}",
            "",
            "wait has no text for the plural [few] of pl"),
        new Mistake(
            TEXTS + "ro.properties",
            "seconds}}.",
            "seconds}.",
            "i18n/sample/ro.properties:6: wait is not an ICU message"),
        new Mistake(
            TEXTS + "fr.properties",
            "{0, number} characters",
            "{0, number} d'characters",
            "limit has a straight apostrophe (') in a text with arguments; write ’"),
        new Mistake(
            PAGES + "ar/papers.md",
            "title: \"",
            "title: \"\u200F",
            "title has the invisible character U+200F"),
        new Mistake(
            PAGES + "fa/danger.md", "112", "۱۱۲", "content/fa/danger.md:4: answer has the digit ۱"),
        new Mistake(
            PAGES + "ti/danger.md",
            "112",
            "113",
            "content/ti/danger.md:4: answer has the numbers [113], the Dutch text [112]"),
        new Mistake(
            PAGES + "pl/police.md",
            "Możesz przyjść",
            "Możеsz przyjść",
            "content/pl/police.md:22: 3-item-2 has 'е' (U+0435), which is Cyrillic"),
        new Mistake(
            PAGES + "uk/help.md",
            "## Good",
            "## Щo Good",
            "content/uk/help.md:11: 2-heading-1 has a word of two scripts: Щo"),
        new Mistake(
            PAGES + "hu/help.md",
            "title: \"",
            "title: \"ơ",
            "content/hu/help.md:2: title has 'ơ' (U+01A1), which is not in the alphabet of hu"),
        new Mistake(
            PAGES + "zh-Hans/danger.md",
            "现在有危险",
            "現在有危险",
            "content/zh-Hans/danger.md:3: description has '現' (U+73FE), which is not in the alphabet"),
        new Mistake(
            PAGES + "ru/help.md",
            "## Talk to somebody",
            "## Wat je zegt",
            "1-heading-1 has words that are not translated: 'Wat je zegt'"),
        new Mistake(
            PAGES + "en/help.md",
            "Find help",
            "Help for a victim",
            "content/en/help.md:2: title is a title and must be neutral, without 'victim'"),
        new Mistake(
            PAGES + "nl/desk-staff.md",
            "title: \"",
            "title: \"Mensenhandel: ",
            "content/nl/desk-staff.md:2: title is a title and must be neutral, without 'mensenhandel'"),
        new Mistake(
            TEXTS + "tr.properties",
            "\ntitle=",
            "\ntitle=İnsan ticareti ",
            "i18n/sample/tr.properties:2: title is a title"));
  }

  static List<Mistake> hints() {
    return List.of(
        new Mistake(
            PAGES + "en/police.md",
            "Ask the police",
            "Ask them",
            "content/en/police.md:13: 2-paragraph-1 says 'politie' in Dutch"),
        new Mistake(
            PAGES + "sq/police.md",
            "You can ask for a meeting. You do not have to decide yet.",
            "You can ask.",
            "content/sq/police.md:4: answer is 0."),
        new Mistake(
            TEXTS + "vi.properties",
            "lead=",
            "lead=Word je bedreigd? Hier lees je wie je kan helpen, en hoe.\nold=",
            "lead is the Dutch text"),
        new Mistake(
            TEXTS + "pt.properties",
            "lead=Hoi. ",
            "lead=",
            "i18n/sample/pt.properties:10: lead is the English text"));
  }

  @BeforeAll
  static void makeAllMistakes() throws IOException {
    Languages languages = Languages.read(Path.of("i18n"));
    ContentCopy.into(folder, languages.all().stream().map(Language::code).toList());
    for (Language language : languages.all()) {
      addPages(language);
      addBundle(language);
    }
    before = CheckContent.check(folder);
    for (Mistake mistake : problems()) {
      apply(mistake);
    }
    for (Mistake mistake : hints()) {
      apply(mistake);
    }
    result = CheckContent.check(folder);
  }

  private static void addPages(Language language) throws IOException {
    Path pages = folder.resolve(PAGES + language.code());
    if (Files.notExists(pages)) {
      FileUtils.copyDirectory(folder.resolve(PAGES + "en").toFile(), pages.toFile());
    }
  }

  private static void addBundle(Language language) throws IOException {
    StringBuilder texts = new StringBuilder();
    for (int i = 0; i < DUTCH.size(); i++) {
      String dutch = DUTCH.get(i);
      if (language.equals(Language.DUTCH)) {
        texts.append("# Comment\n").append(dutch).append('\n');
      } else {
        String text = ENGLISH.get(i);
        if (!language.equals(Language.ENGLISH)) {
          text = text.replace("lead=", "lead=Hoi. "); // neither the Dutch nor the English text
        }
        texts.append("#= ").append(Fingerprint.of(dutch.replaceFirst("[^=]*=", ""))).append('\n');
        texts.append(text).append('\n');
      }
    }
    Path file = folder.resolve(TEXTS + language.code() + ".properties");
    Files.createDirectories(file.getParent());
    Files.writeString(file, texts);
  }

  @ParameterizedTest
  @MethodSource("problems")
  void reportsProblemWithLocation(Mistake mistake) {
    assertThat(before.problems()).noneMatch(text -> text.contains(mistake.message()));
    assertThat(result.problems()).anyMatch(text -> text.contains(mistake.message()));
  }

  @ParameterizedTest
  @MethodSource("hints")
  void reportsDoubtfulTextAsHint(Mistake mistake) {
    assertThat(before.hints()).noneMatch(text -> text.contains(mistake.message()));
    assertThat(result.hints()).anyMatch(text -> text.contains(mistake.message()));
    assertThat(result.problems()).noneMatch(text -> text.contains(mistake.message()));
  }

  @Test
  void countsFindingsByLanguage() throws IOException {
    FileUtils.copyToDirectory(
        Path.of("docs/translation-review/ru.md").toFile(),
        folder.resolve("docs/translation-review").toFile());
    List<Finding> findings =
        List.of(
            new Finding(true, "ru", "one"),
            new Finding(true, "ru", "another"),
            new Finding(false, "ru", "a hint"),
            new Finding(true, "pl", "in another language"));
    Languages languages = Languages.read(folder.resolve("i18n"));
    assertThat(LanguageTable.lines(folder, CheckContent.content(folder), languages, findings))
        .anyMatch(line -> line.matches("ru +\\d+ +\\d+ +\\d+ +2 +1 +reviewed by a second reader"))
        .anyMatch(line -> line.matches("pl +\\d+ +\\d+ +\\d+ +1 +0 +not reviewed"))
        .anyMatch(line -> line.matches("nl +\\d+ +0 +0 +0 +0 +source"));
  }

  private static void apply(Mistake mistake) throws IOException {
    Path file = folder.resolve(mistake.file());
    String text = Files.readString(file);
    assertThat(text).as(mistake.file()).contains(mistake.from());
    Files.writeString(
        file,
        text.replaceFirst(Pattern.quote(mistake.from()), Matcher.quoteReplacement(mistake.to())));
  }
}
