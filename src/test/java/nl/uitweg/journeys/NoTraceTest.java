package nl.uitweg.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.TestOutput;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Visits with known addresses, browsers and words, also where things go wrong, and then looks for
 * them everywhere.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class NoTraceTest {

  private static final String ADDRESS = "203.0.113.77";
  private static final String AGENT = "KanarieBrowser";
  private static final String REFERRER = "kanarie.example";
  private static final String WORDS = "kanariewoord";
  private static final List<String> CANARIES = List.of(ADDRESS, AGENT, REFERRER, WORDS);

  @TestHTTPResource("/")
  String root;

  @Test
  void nothing_of_the_visitor_is_in_any_log_file_or_table() throws Exception {
    visit().get("/nl?q=" + WORDS);
    visit().get("/nl/" + WORDS);
    visit().get("/nl/%00" + WORDS);
    visit().get("/backoffice?x=" + WORDS);
    visit().formParam("code", WORDS).post("/nl/code");
    visit().formParam("state", WORDS).formParam("what", WORDS).post("/nl/report");
    visit()
        .contentType("application/x-www-form-urlencoded")
        .body("what=" + WORDS + "a".repeat(3_000_000))
        .post("/nl/report");
    visit().contentType("text/plain").body(WORDS).post("/nl/report");
    visit().get("/q/health?x=" + WORDS);
    String code = sendEveryField();
    assertThat(code).hasSize(20);
    Response conversation = visit().formParam("code", code).post("/nl/code");
    visit()
        .multiPart("token", token(conversation))
        .multiPart("message", WORDS + " in een bericht")
        .multiPart("files", WORDS + ".txt", WORDS.getBytes(StandardCharsets.UTF_8), "text/plain")
        .post("/nl/code");
    officerAnswers();

    assertThat(inFiles(TestOutput.file("quarkus-test.log"))).isEmpty();
    assertThat(inFiles(TestOutput.file("keycloak.log"))).isEmpty();
    assertThat(inFiles(Servers.folder())).isEmpty();
    assertThat(inTables()).isEmpty();
    assertThat(codeInTables(code)).isFalse();
  }

  /** Every text field and a photo, with the words in each of them. */
  private static String sendEveryField() throws IOException {
    FormClient form = new FormClient("nl");
    form.open();
    form.next("safety", "no");
    form.next("role", "neighbour");
    form.next("forms", "labour");
    form.next("indicators", "labour.no-passport");
    form.next(
        "municipality", "zandvoort", "place", WORDS + " straat", "online", WORDS + " profiel");
    form.next("what", WORDS + " gebeurt");
    form.next("since", "ongoing", "often", WORDS + " vaak");
    form.next("age", "adult", "number", "few", "children", "no", "speaks", WORDS + " taal");
    form.next("controller", WORDS + " baas");
    form.next("how", "saw");
    form.next("contact", "share", "reply-language", "nl");
    Response check =
        form.next("name", WORDS + " naam", "way", WORDS + " weg", "hours", WORDS + " uur");
    assertThat(check.asString().split(WORDS, -1).length)
        .as("every field took the words")
        .isGreaterThanOrEqualTo(9);
    Response sent =
        visit()
            .multiPart("state", form.token())
            .multiPart("files", WORDS + ".jpg", Photos.jpeg(40, 20, WORDS), "image/jpeg")
            .post("/nl/report");
    return FormClient.code(sent);
  }

  private void officerAnswers() {
    String base = root.substring(0, root.length() - 1);
    try (BrowserContext desk = Browser.officer(base, "zandvoort", 1280, false)) {
      Page officer = desk.newPage();
      Browser.press(Inbox.row(officer, base, WORDS).locator("a"));
      officer.locator("#note").fill(WORDS + " notitie");
      Browser.press(officer.getByText("Bewaar notitie"));
      assertThat(officer.locator("main")).containsText(WORDS + " notitie");
      officer.locator("#message").fill(WORDS + " vraag");
      Browser.press(officer.getByText("Verstuur aan de melder"));
      assertThat(officer.locator("main")).containsText(WORDS + " vraag");
    }
  }

  private static String token(Response page) {
    Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(page.asString());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  @Test
  void the_search_itself_finds_what_is_there() throws IOException {
    Path log = Files.createTempFile("canary", ".log");
    Files.writeString(log, "something " + WORDS + " else");
    assertThat(inFiles(log)).isNotEmpty();
    assertThat(TestOutput.file("quarkus-test.log")).isNotEmptyFile();
  }

  private static RequestSpecification visit() {
    return given()
        .redirects()
        .follow(false)
        .urlEncodingEnabled(false)
        .header("X-Forwarded-For", ADDRESS)
        .header("Forwarded", "for=" + ADDRESS)
        .header("User-Agent", AGENT)
        .header("Referer", "https://" + REFERRER + "/x");
  }

  private static List<String> inFiles(Path root) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = new String(read(file), StandardCharsets.ISO_8859_1);
        CANARIES.stream()
            .filter(content::contains)
            .forEach(canary -> found.add(canary + " in " + file.getFileName()));
      }
    }
    return found;
  }

  /** A file of the running database may disappear between listing and reading. */
  private static byte[] read(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }

  private static List<String> inTables() throws SQLException {
    List<String> found = new ArrayList<>();
    for (String row : rows()) {
      CANARIES.stream()
          .filter(canary -> row.contains(canary) || row.contains(hex(canary)))
          .forEach(found::add);
    }
    return found;
  }

  /** As PostgreSQL writes bytes. */
  private static String hex(String canary) {
    return HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean codeInTables(String code) throws SQLException {
    return rows().stream().anyMatch(row -> row.contains(code));
  }

  private static List<String> rows() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection owner =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = owner.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      assertThat(tables).contains("report", "message", "audit_event");
      for (String table : tables) {
        try (ResultSet all = statement.executeQuery("select t::text from " + table + " t")) {
          while (all.next()) {
            rows.add(all.getString(1));
          }
        }
      }
    }
    return rows;
  }
}
