package nl.uitweg.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.uitweg.operator.Migrations;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.region.Region;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.ContentCopy;
import nl.uitweg.testsupport.KillableDatabase;
import nl.uitweg.testsupport.LargeRegion;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ProcessTest;
import nl.uitweg.testsupport.Replica;
import nl.uitweg.testsupport.TestOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How visitors choose a municipality on a small screen: from a list in a region of twelve, and by
 * typing a postcode or a name in a region of thirty.
 */
@ProcessTest
class MunicipalityChoiceTest {

  private static final int PHONE = 360;

  /** A colour that is not in the shipped theme. */
  private static final String PRIMARY = "--uw-primary:#123a5c";

  @TempDir static Path folder;
  private static KillableDatabase database;
  private static Replica twelve;
  private static Replica thirty;

  @BeforeAll
  static void start() throws IOException, SQLException {
    ContentCopy.into(folder.resolve("site"), List.of("nl", "en", "pl", "ar"));
    Path few = region("twelve", 12);
    Path many = region("thirty", 30);
    Files.writeString(
        many.resolve("region.yaml"),
        "exit: {default: \"https://weer.example/\"}\n",
        StandardOpenOption.APPEND);
    Files.writeString(
        many.resolve("theme.css"),
        Files.readString(Path.of("content/theme.css")).replace("--uw-primary: #0b4f5c", PRIMARY));
    KeyFolder.createIfMissing(folder.resolve("keys"), Region.read(many).ids());
    database = KillableDatabase.start(folder.resolve("database"));
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(Files.readString(Path.of("deploy/postgresql/roles.sql")));
    }
    Migrations.run(database.jdbcUrl(), Migrations.LOGIN, "");
    twelve = replica(few);
    thirty = replica(many);
    twelve.await();
    thirty.await();
  }

  private static Path region(String name, int size) throws IOException {
    Path region = folder.resolve(name);
    LargeRegion.write(region, size);
    return region;
  }

  private static Replica replica(Path region) throws IOException {
    return Replica.start(
        folder,
        database.jdbcUrl(),
        Map.of(
            "PORTAL_REGION_DIRECTORY", region.toString(),
            "PORTAL_CONTENT_DIRECTORY", folder.resolve("site/content").toString(),
            "PORTAL_I18N_DIRECTORY", folder.resolve("site/i18n").toString()));
  }

  @AfterAll
  static void stop() throws IOException {
    twelve.kill();
    thirty.kill();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void listsTwelveMunicipalitiesWithTheirVillages(boolean javaScript) {
    visit(
        twelve,
        "nl",
        javaScript,
        page -> {
          assertThat(page.locator("input[name=municipality]")).hasCount(14);
          assertThat(page.locator("#municipality-search")).hasCount(0);
          assertThat(page.locator("label[for=municipality-zilvervoort] .hint")).hasText("Bentrode");
          assertThat(page.locator("label[for=municipality-lindestede] .hint")).hasCount(0);
          page.locator("#municipality-zilvervoort").check();
          next(page);
          finish(page, "Zilvervoort");
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void findsMunicipalityOfVillageAndSendsReport(boolean javaScript) throws SQLException {
    int before = reports("zilvervoort");
    visit(
        thirty,
        "nl",
        javaScript,
        page -> {
          assertThat(page.locator("input[type=radio][name=municipality]")).hasCount(2);
          search(page, "Bentrode");
          assertThat(page.locator("#what")).isVisible();
          finish(page, "Zilvervoort");
        });
    assertThat(reports("zilvervoort")).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void asksWhichOfSeveralMunicipalities(boolean javaScript) {
    visit(
        thirty,
        "nl",
        javaScript,
        page -> {
          search(page, "oosterhuizen");
          assertThat(page.locator(".utrecht-alert--error")).hasCount(0);
          assertThat(page.getByText("Dit kan in meer dan één gemeente zijn")).isFocused();
          assertThat(page.locator("input[type=radio][name=municipality]")).hasCount(4);
          assertThat(page.locator("label[for=municipality-berg] .hint"))
              .hasText("Oosterhuizen, Hogebrug");
          next(page);
          assertThat(page.locator(".utrecht-alert--error")).containsText("Kies waar het gebeurt");
          page.locator("#municipality-berg-aan-de-vliet").check();
          next(page);
          assertThat(page.locator("#what")).isVisible();
          Browser.press(page.locator("button[value=back]:not(.default-button)"));
          assertThat(page.locator("#municipality-berg-aan-de-vliet")).isChecked();
          assertThat(page.locator("#municipality-search")).hasValue("");
          search(page, "Heidelo");
          finish(page, "Heidelo");
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keepsTextThatIsNotFoundAndAcceptsThatVisitorDoesNotKnow(boolean javaScript)
      throws SQLException {
    int before = reports("");
    visit(
        thirty,
        "nl",
        javaScript,
        page -> {
          search(page, "bij de oude molen");
          Locator problem = page.locator(".utrecht-alert--error");
          assertThat(problem).containsText("Wij vinden dit niet bij onze gemeenten");
          assertThat(problem.locator("a")).hasAttribute("href", "#municipality-search");
          assertThat(page.locator("#municipality-search")).hasValue("bij de oude molen");
          page.locator("#municipality-dont-know").check();
          next(page);
          finish(page, "Ik weet het niet");
        });
    assertThat(reports("")).isEqualTo(before + 1);
  }

  @Test
  void asksForMoreWhenTooManyMatch() {
    visit(
        thirty,
        "nl",
        false,
        page -> {
          search(page, "kerkdorp");
          assertThat(page.locator(".utrecht-alert--error"))
              .containsText("Dit past bij te veel gemeenten");
          assertThat(page.locator("input[type=radio][name=municipality]")).hasCount(2);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void saysWhereToReportOutsideRegionAndHowToChooseAgain(boolean javaScript) {
    visit(
        thirty,
        "nl",
        javaScript,
        page -> {
          search(page, "2116 AB");
          assertThat(page.locator(".utrecht-alert--error"))
              .containsText("Deze postcode hoort niet bij een van onze gemeenten");
          page.locator("#municipality-elsewhere").check();
          next(page);
          for (String number : List.of("112", "08000101", "09000100", "08000102")) {
            assertThat(page.locator(".calls a[href='tel:" + number + "']")).isVisible();
          }
          page.locator("summary", new Page.LocatorOptions().setHasText("Onze gemeenten")).click();
          assertThat(page.getByText("Zilvervoort: Bentrode")).isVisible();
          Browser.press(page.locator("button[value=back]:not(.default-button)"));
          search(page, "1116ab");
          finish(page, "Zilvervoort");
        });
  }

  @Test
  void takesColoursAndExitFromTheFolderOfTheRegion() {
    visit(
        thirty,
        "nl",
        false,
        page -> {
          String style = page.locator("link[rel=stylesheet]").getAttribute("href");
          assertThat(page.request().get(thirty.url() + style).text()).contains(PRIMARY);
          RequestOptions withoutRedirect = RequestOptions.create().setMaxRedirects(0);
          assertThat(page.request().get(thirty.url() + "/nl/exit", withoutRedirect).headers())
              .containsEntry("location", "https://weer.example/");
          assertThat(page.request().get(twelve.url() + "/nl/exit", withoutRedirect).headers())
              .containsEntry("location", "https://nl.wikipedia.org/");
        });
  }

  @Test
  void servesArabic() {
    visit(
        thirty,
        "ar",
        true, // axe needs scripts
        page -> {
          assertThat(page.locator("html")).hasAttribute("dir", "rtl");
          assertThat(Axe.violations(page)).isEmpty();
          search(page, "oosterhuizen");
          assertThat(page.locator("label[for=municipality-berg]")).isVisible();
          assertThat(Axe.violations(page)).isEmpty();
          search(page, "١١١٦");
          assertThat(page.locator("#what")).isVisible();
        });
  }

  @Test
  void keepsTypedTextWhenLanguageChanges() {
    visit(
        thirty,
        "en",
        false,
        page -> {
          page.locator("#municipality-search").fill("oosterhuizen");
          page.locator("nav.languages summary").click();
          Browser.press(page.locator("nav.languages button[lang=pl]"));
          assertThat(page.locator("#municipality-search")).hasValue("oosterhuizen");
          assertThat(page.locator("label[for=municipality-berg]")).isVisible();
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void leavesNoTraceOfTypedText(boolean javaScript) throws IOException {
    String canary = "kanarieveld";
    visit(
        thirty,
        "nl",
        javaScript,
        page -> {
          search(page, canary);
          search(page, "1116 " + canary);
          assertThat(page.content()).doesNotContain(canary);
          assertThat(page.evaluate("JSON.stringify(history.state)")).isIn(null, "null");
          finish(page, "Zilvervoort");
          assertThat(page.content()).doesNotContain(canary);
        });
    assertThat(Files.readString(TestOutput.file("replicas.log"))).doesNotContain(canary);
  }

  /** Opens the form on a phone and goes to the question where it is. */
  private static void visit(
      Replica site, String language, boolean javaScript, Consumer<Page> visit) {
    try (BrowserContext context = Browser.visitor(PHONE, javaScript, language)) {
      Page page = context.newPage();
      page.navigate(site.url() + "/" + language + "/report");
      page.locator("#safety-no").check();
      page.locator("#role-neighbour").check();
      next(page);
      next(page);
      next(page);
      assertThat(page.locator("#municipality-dont-know")).hasCount(1);
      assertFits(page);
      visit.accept(page);
      assertFits(page);
      assertThat(page.url()).matches(site.url() + "/[a-z]+/report");
    }
  }

  private static void search(Page page, String text) {
    page.locator("#municipality-search").fill(text);
    next(page);
    assertFits(page);
  }

  /** Describes what happens, skips the rest, checks the municipality and sends. */
  private static void finish(Page page, String municipality) {
    page.locator("#what").fill("x");
    Browser.press(page.locator("button[value=finish]"));
    next(page);
    assertThat(
            page.locator(
                ".summary > div", new Page.LocatorOptions().setHasText("Waar gebeurt het?")))
        .containsText(municipality);
    Browser.press(page.locator("button[value=send]"));
    assertThat(PageReader.text(page.locator(".code")).replaceAll("[^0-9]", "")).hasSize(20);
  }

  private static void next(Page page) {
    Browser.press(page.locator("button[value=next]:not(.default-button)"));
  }

  private static void assertFits(Page page) {
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .as("width of the page")
        .isLessThanOrEqualTo(PHONE);
  }

  /** Number of reports with this municipality; with an empty one, of those where it is unknown. */
  private static int reports(String municipality) throws SQLException {
    try (Connection superuser = database.superuser();
        PreparedStatement query =
            superuser.prepareStatement(
                "select count(*) from report where coalesce(municipality, '') = ?")) {
      query.setString(1, municipality);
      try (ResultSet found = query.executeQuery()) {
        found.next();
        return found.getInt(1);
      }
    }
  }
}
