package nl.uitweg.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.editing.text.EditedFiles;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.testsupport.ContentCopy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Makes one mistake of each kind in a copy of the texts and checks that each is reported. */
class TranslationMistakesTest {

  /** A mistake and a part of the expected message. */
  record Mistake(String file, String from, String to, String message) {
    @Override
    public String toString() {
      return message;
    }
  }

  private static final String PAGES = "content/";
  private static final String TEXTS = "i18n/";

  @TempDir static Path folder;
  private static CheckContent.CheckResult result =
      new CheckContent.CheckResult(List.of(), List.of(), List.of());

  static List<Mistake> problems() {
    return List.of(
        new Mistake(TEXTS + "page/pl.properties", "\nskip=", "\n# skip=", "skip is missing"),
        new Mistake(
            TEXTS + "code/pl.properties", "\ntitle=", "\ntitel=", "titel is not in the Dutch file"),
        new Mistake(
            TEXTS + "page/bg.properties",
            "#= ",
            "#= 0",
            "i18n/page/bg.properties:2: name is stale"),
        new Mistake(
            PAGES + "ar/danger.md",
            "{tel:police}",
            "{tel:comensha}",
            "content/ar/danger.md:35: 4-item-1 has other marks"),
        new Mistake(
            PAGES + "fa/danger.md",
            "{org:veilig-thuis}",
            "Veilig Thuis",
            "content/fa/danger.md:36: 4-item-2 has other marks"),
        new Mistake(
            PAGES + "fr/time-to-think.md",
            "{nl:Dublinzaak}",
            "{nl:Dublin}",
            "content/fr/time-to-think.md:20: 3-item-2 has other marks"),
        new Mistake(PAGES + "es/help.md", "](situations)", "](police)", "content/es/help.md:42: "),
        new Mistake(
            PAGES + "hu/guilt.md",
            "\n## Sok",
            "\nSok",
            "content/hu/guilt.md:7: 0-paragraph-1 is not in the Dutch page"),
        new Mistake(
            PAGES + "sq/guilt.md", "\n- ", "\n\n", "content/sq/guilt.md:20: 3-paragraph-1 is not"),
        new Mistake(
            TEXTS + "form/pl.properties",
            " few {# sekundy}",
            "",
            "i18n/form/pl.properties:326: wait-text has no text for the plural [few] of pl"),
        new Mistake(
            TEXTS + "form/ro.properties",
            "de fișiere.}}",
            "de fișiere.}",
            "i18n/form/ro.properties:266: sent-files is not an ICU message"),
        new Mistake(
            TEXTS + "form/fr.properties",
            "{0, number} caractères",
            "{0, number} d'caractères",
            "too-long-hint has a straight apostrophe (') in a text with arguments; write ’"),
        new Mistake(
            PAGES + "ar/help.md",
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
            PAGES + "pl/guilt.md",
            "Może",
            "Możе",
            "content/pl/guilt.md:9: 1-paragraph-1 has 'е' (U+0435), which is Cyrillic"),
        new Mistake(
            PAGES + "uk/guilt.md",
            "## Що",
            "## Щo",
            "content/uk/guilt.md:17: 3-heading-1 has a word of two scripts: Щo"),
        new Mistake(
            PAGES + "hu/help.md",
            "title: \"",
            "title: \"ơ",
            "content/hu/help.md:2: title has 'ơ' (U+01A1), which is not in the alphabet of hu"),
        new Mistake(
            PAGES + "zh-Hans/danger.md",
            "现在有危险",
            "現在有危险",
            "content/zh-Hans/danger.md:2: title has '現' (U+73FE), which is not in the alphabet"),
        new Mistake(
            PAGES + "ru/danger.md",
            "\n## ",
            "\n## Wat je zegt ",
            "1-heading-1 has words that are not translated: 'Wat je zegt'"),
        new Mistake(
            PAGES + "en/help.md",
            "I need help",
            "I am a victim",
            "content/en/help.md:2: title is a title and must be neutral, without 'victim'"),
        new Mistake(
            PAGES + "nl/desk-staff.md",
            "title: \"",
            "title: \"Mensenhandel: ",
            "content/nl/desk-staff.md:2: title is a title and must be neutral, without 'mensenhandel'"),
        new Mistake(
            TEXTS + "form/tr.properties",
            "\ntitle=",
            "\ntitle=İnsan ticareti ",
            "i18n/form/tr.properties:2: title is a title"));
  }

  static List<Mistake> hints() {
    return List.of(
        new Mistake(
            PAGES + "en/desk-staff.md",
            "call it human trafficking",
            "call it that",
            "content/en/desk-staff.md:42: "),
        new Mistake(
            PAGES + "sq/guilt.md",
            " Përgjegjësinë e ka kush të detyron.",
            "",
            "content/sq/guilt.md:4: answer is 0."),
        new Mistake(
            TEXTS + "home/vi.properties",
            "\nlead=",
            "\nlead=Word je gedwongen, uitgebuit of bedreigd? Of zie je dat bij iemand anders? Hier"
                + " vind je hulp.\nold=",
            "lead is the Dutch text"),
        new Mistake(
            TEXTS + "home/pt.properties",
            "\nlead=",
            "\nlead=Is someone forcing, exploiting or threatening you? Or do you see it happen to"
                + " someone else? Here you find help.\nold=",
            "lead is the English text"));
  }

  @BeforeAll
  static void makeAllMistakes() throws IOException {
    ContentCopy.into(folder);
    for (Mistake mistake : problems()) {
      apply(mistake);
    }
    for (Mistake mistake : hints()) {
      apply(mistake);
    }
    result = CheckContent.check(folder);
  }

  @ParameterizedTest
  @MethodSource("problems")
  void reportsProblemWithLocation(Mistake mistake) {
    assertThat(result.problems()).anyMatch(text -> text.contains(mistake.message()));
  }

  @ParameterizedTest
  @MethodSource("hints")
  void reportsDoubtfulTextAsHint(Mistake mistake) {
    assertThat(result.hints()).anyMatch(text -> text.contains(mistake.message()));
    assertThat(result.problems()).noneMatch(text -> text.contains(mistake.message()));
  }

  @Test
  void countsFindingsByLanguage() throws IOException {
    Path root = Path.of("");
    assertThat(
            LanguageTable.lines(
                EditedFiles.of(root),
                CheckContent.content(root),
                Languages.read(Path.of("i18n")),
                result.findings()))
        .anyMatch(line -> line.matches("ru +\\d+ +0 +0 +2 +\\d+ +reviewed by a second reader"))
        .anyMatch(line -> line.matches("nl +\\d+ +0 +0 +1 +0 +source"));
  }

  private static void apply(Mistake mistake) throws IOException {
    Path file = folder.resolve(mistake.file());
    String text = Files.readString(file);
    assertThat(text).contains(mistake.from());
    Files.writeString(
        file,
        text.replaceFirst(Pattern.quote(mistake.from()), Matcher.quoteReplacement(mistake.to())));
  }
}
