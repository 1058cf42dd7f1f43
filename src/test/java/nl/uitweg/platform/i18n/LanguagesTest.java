package nl.uitweg.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  private final Languages languages = Languages.read(Path.of("i18n"));

  @Test
  void readsTheDateOfTheSwornReview(@TempDir Path i18n) throws IOException {
    Files.writeString(i18n.resolve("languages.txt"), "nl\nen\npl 2027-01-31\n");
    Languages read = Languages.read(i18n);
    assertThat(read.sworn(new Language("pl"))).contains(LocalDate.of(2027, 1, 31));
    assertThat(read.sworn(Language.ENGLISH)).isEmpty();
    Files.writeString(i18n.resolve("languages.txt"), "nl\nen soon\n");
    assertThatThrownBy(() -> Languages.read(i18n)).hasMessageContaining("'soon' is not a date");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nl-BE, fr;q=0.5 | nl",
        "en-GB | en",
        "de, en;q=0.8 | en",
        "ja | en",
        "en;q=0.1, nl;q=0.9 | nl",
        "en;q=zero | nl",
        "'' | nl",
      })
  void negotiatesTheBestMatch(String header, String expected) {
    assertThat(languages.negotiate(header).code()).isEqualTo(expected);
  }

  /**
   * Headers that browsers in these countries send. CLDR knows which other languages are widely read in a country; where none is, the result is English.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-CN | zh-Hans | China writes simplified characters",
        "zh-SG | zh-Hans | and so does Singapore",
        "zh-TW | zh-Hans | traditional characters: simplified ones are made out better than English",
        "zh-Hant-HK | zh-Hans | the same in Hong Kong",
        "zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7 | zh-Hans | but any Chinese before English",
        "pt-BR | pt | one written language, other words here and there",
        "pt-PT | pt | idem",
        "fa-AF | fa | Dari and Farsi are one written language",
        "prs | fa | Dari under its own code",
        "prs-AF,en;q=0.5 | fa | idem",
        "ckb | ar | Sorani: readers in Iraq learn Arabic at school, and it is their script",
        "ku | tr | Kurmanji: most readers come from Turkey and learn Turkish at school",
        "sh | en | nothing of the site is near Serbo-Croatian: Russian is another language",
        "sr | en | Cyrillic alone makes no Russian",
        "sr-Latn | en | idem",
        "bs | en | idem",
        "mk | en | near Bulgarian, but CLDR does not say that it is read as such",
        "be | ru | in Belarus nearly everyone reads Russian",
        "kk | ru | and many in Kazakhstan",
        "mo | ro | Moldovan is Romanian under a withdrawn code",
        "ro-MD | ro | idem",
        "uk-UA | uk | its own",
        "ar-MA | ar | written Arabic is one",
        "fr-CD | fr | written French is one",
        "ln | fr | Lingala: school in Congo is in French",
        "es-VE | es | written Spanish is one",
        "sq-XK | sq | Kosovo",
        "ti-ER | ti | Eritrea",
        "am | en | Amharic has the script of Tigrinya but is another language",
        "so | en | Somali: Arabic is not read by most",
        "ps | en | Pashto: not all read Dari",
        "fy | nl | Frisian",
        "de | en | German: English, not the neighbour's Dutch"
      })
  void negotiatesALanguageTheReaderMostLikelyKnows(
      String header, String expected, String why) {
    assertThat(languages.negotiate(header).code()).as(why).isEqualTo(expected);
  }

  @Test
  void defaultsToDutchWithoutAcceptLanguage() {
    assertThat(languages.negotiate(null)).isEqualTo(Language.DUTCH);
  }

  @Test
  void hasEndonymAndDirection() {
    assertThat(new Language("nl").endonym()).isEqualTo("Nederlands");
    assertThat(new Language("ar").direction()).isEqualTo("rtl");
    assertThat(new Language("ti").direction()).isEqualTo("ltr");
  }
}
