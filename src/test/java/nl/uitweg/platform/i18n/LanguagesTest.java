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
    assertThat(read.swornReviewDate(new Language("pl"))).contains(LocalDate.of(2027, 1, 31));
    assertThat(read.swornReviewDate(Language.ENGLISH)).isEmpty();
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
   * Headers that browsers in these countries send. CLDR knows which other languages are widely read
   * in a country; where none is, the result is English.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-CN | zh-Hans | China writes simplified characters",
        "zh-SG | zh-Hans | Singapore writes simplified characters",
        "zh-TW | zh-Hans | traditional characters: readers understand simplified ones better than English",
        "zh-Hant-HK | zh-Hans | as in Taiwan",
        "zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7 | zh-Hans | simplified Chinese rather than English",
        "pt-BR | pt | one written language, with different words",
        "pt-PT | pt | same as above",
        "fa-AF | fa | Dari and Farsi are one written language",
        "prs | fa | Dari under its own code",
        "prs-AF,en;q=0.5 | fa | same as above",
        "ckb | ar | Sorani: readers in Iraq learn Arabic at school, and it is their script",
        "ku | tr | Kurmanji: most readers come from Turkey and learn Turkish at school",
        "sh | en | the site has no language close to Serbo-Croatian",
        "sr | en | Cyrillic script alone does not make Russian readable",
        "sr-Latn | en | same as above",
        "bs | en | same as above",
        "mk | en | close to Bulgarian, but CLDR has no such match",
        "be | ru | in Belarus nearly everyone reads Russian",
        "kk | ru | in Kazakhstan many people read Russian",
        "mo | ro | Moldovan is Romanian under a withdrawn code",
        "ro-MD | ro | same as above",
        "uk-UA | uk | available",
        "ar-MA | ar | one written language, spoken in many ways",
        "fr-CD | fr | one written language in all countries",
        "ln | fr | Lingala: schools in Congo teach in French",
        "es-VE | es | one written language, with different words",
        "sq-XK | sq | Kosovo",
        "ti-ER | ti | Eritrea",
        "am | en | Amharic has the script of Tigrinya but is another language",
        "so | en | Somali: most readers do not read Arabic",
        "ps | en | Pashto: not all readers read Dari",
        "fy | nl | Frisian",
        "de | en | German: English rather than Dutch"
      })
  void negotiatesALanguageTheReaderMostLikelyKnows(String header, String expected, String why) {
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
