package nl.uitweg.site.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.testsupport.ContentCopy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How words are compared, with fictional content. */
class SearchIndexTest {

  @TempDir static Path folder;
  private static SearchContent search;

  @BeforeAll
  static void build() throws IOException {
    ContentCopy.into(folder);
    search = new SearchContent(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "nl, paspoort afgepakt, papers",
    "nl, PASPOORT, papers",
    "nl, mijn baas betaalt mij niet, @fairwork",
    "nl, paspoot, papers",
    "nl, slaapp, tonight",
    "en, my boss keeps all my money, @fairwork",
    "pl, nie mam gdzie spac, tonight",
    "pl, zabrali mi paszporty, papers",
    "ar, أَخَذوا جَوازي, papers",
    "zh-Hans, 老板今天不给我钱, @fairwork",
    "zh-Hans, 护照, papers",
  })
  void findsPhrases(String language, String words, String expected) {
    assertThat(search.find(words, language)).first().isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "pl, boss keeps my money, @fairwork",
    "ar, geen paspoort, papers",
    "nl, 老板不给钱, @fairwork",
    "nl, أين أنام, tonight"
  })
  void findsWordsOfAnotherLanguage(String language, String words, String expected) {
    assertThat(search.find(words, language)).first().isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"nl, Kustberaad, @kustberaad", "en, Hulplijn De Brug, @comensha"})
  void findsOrganisationsByName(String language, String words, String expected) {
    assertThat(search.find(words, language)).first().isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zzzzqqq", "?!…", "😀", "\u202e\u0000", "* ~ \" \\ :"})
  void findsNothingWithoutFailing(String words) {
    assertThat(search.find(words, "nl")).isEmpty();
  }

  @Test
  void readsLongTextsOfUnknownWords() {
    assertThat(search.find("abcdeq fghijq ".repeat(14), "nl")).isEmpty();
    assertThat(search.find("a b ".repeat(50), "nl")).hasSizeLessThanOrEqualTo(8);
    assertThat(search.find("老板".repeat(100), "zh-Hans")).contains("@fairwork");
    assertThat(search.find("x".repeat(200), "nl")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pages: {nowhere: [a]} | there is no page 'nowhere'",
        "organisations: {nobody: [a]} | there is no organisation 'nobody'",
        "pages: {help: []} | 'help' has no phrase",
        "pages: {help: [a, a]} | 'a' is given twice for help",
        "pages: {help: [' ']} | 'help' has an empty phrase",
        "other: {} | Unrecognized field"
      })
  void rejectsPhrasesThatLeadNowhere(String yaml, String reason, @TempDir Path copy)
      throws IOException {
    ContentCopy.into(copy);
    Files.writeString(copy.resolve("content/search/pl.yaml"), yaml);
    assertThatThrownBy(() -> new SearchContent(copy))
        .isInstanceOf(InvalidContentException.class)
        .hasMessageContaining("content/search/pl.yaml")
        .hasMessageContaining(reason);
  }
}
