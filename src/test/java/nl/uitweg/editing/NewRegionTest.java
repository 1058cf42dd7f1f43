package nl.uitweg.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.uitweg.command.CommandLines;
import nl.uitweg.content.Content;
import nl.uitweg.content.GuidancePage;
import nl.uitweg.content.PageFacts;
import nl.uitweg.platform.i18n.BundleFile;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.region.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Regions that {@code bin/new-region} writes, and what visitors of such a region read. */
class NewRegionTest {

  private static final Languages LANGUAGES = Languages.read(Path.of("i18n"));
  private static final Path CONTENT = Path.of("content");

  @TempDir Path temporary;

  private Path folder() {
    return temporary.resolve("duinstreek");
  }

  /** A region of fictional municipalities; the first has an apostrophe. */
  private Region region(int count) throws IOException {
    List<String> names =
        Stream.concat(
                Stream.of("'s-Graveduin"),
                IntStream.range(1, count)
                    .mapToObj(i -> "Dorp " + (char) ('A' + i % 26) + letter(i)))
            .toList();
    return NewRegion.write("Duinstreek", names, folder());
  }

  private static String letter(int i) {
    return i < 26 ? "dijk" : "berg";
  }

  private Bundles bundles(Region region) {
    List<BundleFolder> folders = new ArrayList<>(BundleFolder.all(Path.of("i18n")));
    return Bundles.read(folders, LANGUAGES, region.textParameters());
  }

  private Texts dutch(Region region) {
    return bundles(region).in(Language.DUTCH);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30})
  void passesTheContentCheck(int count) throws IOException {
    assertThat(region(count).municipalities()).hasSize(count);
    assertThat(CheckContent.problems(Path.of(""), folder())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 30})
  void fillsEveryTextInEveryLanguage(int count) throws IOException {
    Region region = region(count);
    Content content = Content.read(CONTENT, folder(), LANGUAGES);
    Bundles bundles = bundles(region);
    for (Language language : LANGUAGES.all()) {
      for (PageFacts facts : content.pages()) {
        GuidancePage page = content.page(language, facts.slug()).orElseThrow();
        assertThat(page.title() + page.description() + page.answer() + page.html())
            .as(facts.slug() + " " + language.code())
            .doesNotContain("{", "}");
      }
      for (BundleFolder bundle : BundleFolder.all(Path.of("i18n"))) {
        if (bundle.languages(LANGUAGES).contains(language)) {
          for (String key : BundleFile.read(bundle, language).texts().keySet()) {
            String text = bundles.in(language).get(bundle.name() + "." + key);
            assertThat(text).doesNotContain("{region", "{municipalit", "'s-Graveduin");
          }
        }
      }
      assertThat(bundles.in(language).get("form.sent-everyone"))
          .contains(count == 1 ? "’s-Graveduin" : "Duinstreek");
    }
  }

  @Test
  void speaksOfOneMunicipality() throws IOException {
    Region region = region(1);
    assertThat(dutch(region).get("form.municipality.dont-know-hint"))
        .isEqualTo("Je melding gaat dan naar de gemeente ’s-Graveduin.");
    assertThat(about().answer()).isEqualTo("Deze site is van de gemeente ’s-Graveduin.");
    assertThat(about().html().html()).contains("Dan leest de gemeente ’s-Graveduin de melding.");
  }

  @Test
  void countsTwelveMunicipalities() throws IOException {
    Region region = region(12);
    assertThat(dutch(region).get("form.municipality.dont-know-hint"))
        .isEqualTo("Je melding gaat dan naar alle 12 gemeenten.");
    assertThat(dutch(region).get("form.sent-everyone")).endsWith("alle 12 gemeenten (Duinstreek).");
    assertThat(about().answer())
        .startsWith("Deze site is van 12 gemeenten: ’s-Graveduin, Dorp Bdijk, ")
        .endsWith("Dorp Kdijk en Dorp Ldijk.");
    assertThat(bundles(region).in(new Language("ar")).get("form.municipality.dont-know-hint"))
        .contains("12");
  }

  @Test
  void listsTheNamesWhenTheRegionHasNone() throws IOException {
    region(3);
    Path file = folder().resolve("region.yaml");
    Files.writeString(file, Files.readString(file).replace("name: \"Duinstreek\"\n", ""));
    Region region = Region.read(folder());
    assertThat(dutch(region).get("home.description"))
        .startsWith("Hulp, rechten en melden in ’s-Graveduin, Dorp Bdijk en Dorp Cdijk.");
    assertThat(bundles(region).in(Language.ENGLISH).get("home.description"))
        .startsWith("Help, rights and reporting in ’s-Graveduin, Dorp Bdijk and Dorp Cdijk.");
  }

  private GuidancePage about() {
    return Content.read(CONTENT, folder(), LANGUAGES).page(Language.DUTCH, "about").orElseThrow();
  }

  @Test
  void writesIdsOfLettersAndTheGroupsOfTheLogin() throws IOException {
    Region region =
        NewRegion.write(
            "Noord", List.of("'s-Hertogenbosch", "Súdwest-Fryslân", "Bergen (NH.)"), folder());
    assertThat(region.ids()).containsExactly("s-hertogenbosch", "sudwest-fryslan", "bergen-nh");
    assertThat(
            new ObjectMapper()
                .readTree(folder().resolve("uitweg-realm.json").toFile())
                .at("/groups/0/subGroups")
                .findValuesAsText("name"))
        .isEqualTo(region.ids());
  }

  @Test
  void refusesAFolderThatIsNotEmpty() throws IOException {
    region(1);
    assertThatThrownBy(() -> region(2)).hasMessageContaining("nothing was written");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>", "{0}", "A*"})
  void refusesNamesThatWouldChangeATextOrPage(String name) {
    assertThatThrownBy(() -> NewRegion.write("Noord", List.of(name), folder()))
        .hasMessageContaining("may only have letters");
    assertThat(folder()).doesNotExist();
  }

  @Test
  void refusesMissingMunicipalities() {
    assertThat(CommandLines.of(new NewRegion()).execute("Noord")).isEqualTo(2);
  }
}
