package nl.uitweg.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
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
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SharedKeycloak;
import nl.uitweg.testsupport.TestOutput;
import org.junit.jupiter.api.Test;

/**
 * Makes requests, including failing ones, with a known source address, user agent, referrer and
 * word, and then searches logs, files and tables for these.
 */
@ServerTest
class NoTraceTest {

  private static final String ADDRESS = "203.0.113.77";
  private static final String AGENT = "KanarieBrowser";
  private static final String REFERRER = "kanarie.example";
  private static final String WORD = "kanariewoord";
  private static final List<String> CANARIES = List.of(ADDRESS, AGENT, REFERRER, WORD);

  @TestHTTPResource("/")
  String root;

  @Test
  void leavesNoTraceOfVisitorInLogsFilesOrTables() throws Exception {
    requestWithCanaries().get("/nl?q=" + WORD);
    requestWithCanaries().get("/nl/" + WORD);
    requestWithCanaries().get("/nl/%00" + WORD);
    requestWithCanaries().get("/backoffice?x=" + WORD);
    requestWithCanaries().formParam("code", WORD).post("/nl/code");
    requestWithCanaries().formParam("state", WORD).formParam("what", WORD).post("/nl/report");
    requestWithCanaries()
        .contentType("application/x-www-form-urlencoded")
        .body("what=" + WORD + "a".repeat(3_000_000))
        .post("/nl/report");
    requestWithCanaries().contentType("text/plain").body(WORD).post("/nl/report");
    requestWithCanaries().get("/q/health?x=" + WORD);
    String code = sendEveryField();
    assertThat(code).hasSize(20);
    Response conversation = requestWithCanaries().formParam("code", code).post("/en/code");
    requestWithCanaries()
        .multiPart("token", token(conversation))
        .multiPart("message", WORD + " in een bericht")
        .multiPart("files", WORD + ".txt", WORD.getBytes(StandardCharsets.UTF_8), "text/plain")
        .post("/en/code");
    answerAsOfficer();

    assertThat(canariesInFiles(TestOutput.file("quarkus-test.log"))).isEmpty();
    assertThat(canariesInFiles(SharedKeycloak.LOG)).isEmpty();
    assertThat(canariesInFiles(Servers.folder())).isEmpty();
    assertThat(canariesInTables()).isEmpty();
    assertThat(codeInTables(code)).isFalse();
  }

  /** Sends a report with the canary word in every text field and in a photo; returns the code. */
  private static String sendEveryField() throws IOException {
    FormClient form = new FormClient("nl");
    form.open();
    form.next("safety", "no", "role", "neighbour");
    form.next("forms", "labour");
    form.next("indicators", "labour.no-passport");
    form.next(
        "municipality", "zilvervoort", "place", WORD + " straat", "online", WORD + " profiel");
    form.next("what", WORD + " gebeurt", "since", "ongoing", "often", WORD + " vaak");
    form.next(
        "age", "adult", "number", "few", "speaks", WORD + " taal", "controller", WORD + " baas");
    form.next("how", "saw");
    form.next("contact", "share", "reply-language", "nl");
    Response check =
        form.next("name", WORD + " naam", "way", WORD + " weg", "hours", WORD + " uur");
    assertThat(check.asString().split(WORD, -1).length)
        .as("every field holds the canary word")
        .isGreaterThanOrEqualTo(9);
    Response sent =
        requestWithCanaries()
            .multiPart("state", form.sealedState())
            .multiPart("files", WORD + ".jpg", Photos.jpeg(40, 20, WORD), "image/jpeg")
            .post("/nl/report");
    return FormClient.code(sent);
  }

  private void answerAsOfficer() {
    String base = root.substring(0, root.length() - 1);
    try (BrowserContext desk = Browser.officer(base, "zilvervoort", 1280, false)) {
      Page officer = desk.newPage();
      Browser.press(Inbox.row(officer, base, WORD).locator("a"));
      officer.locator("#note").fill(WORD + " notitie");
      Browser.press(officer.getByText("Bewaar notitie"));
      assertThat(officer.locator("main")).containsText(WORD + " notitie");
      Locator message = officer.locator("article:has(summary)").first();
      message.locator("summary").click();
      message.locator("textarea").fill(WORD + " vertaling");
      Browser.press(message.getByText("Bewaar vertaling"));
      assertThat(officer.locator(".translation")).containsText(WORD + " vertaling");
      officer.locator("section[aria-labelledby=agenda] summary").click();
      officer.locator("#agenda-kind").selectOption("call");
      officer.locator("#agenda-note").fill(WORD + " agenda");
      Browser.press(officer.getByText("Over een week"));
      assertThat(officer.locator(".agenda-item")).containsText(WORD + " agenda");
      officer.locator("#message").fill(WORD + " vraag");
      Browser.press(officer.getByText("Verstuur aan de melder"));
      assertThat(officer.locator("main")).containsText(WORD + " vraag");
    }
  }

  private static String token(Response page) {
    Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(page.asString());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  @Test
  void findsCanaryInTestFile() throws IOException {
    Path log = Files.createTempFile("canary", ".log");
    Files.writeString(log, "something " + WORD + " else");
    assertThat(canariesInFiles(log)).isNotEmpty();
    assertThat(TestOutput.file("quarkus-test.log")).isNotEmptyFile();
  }

  private static RequestSpecification requestWithCanaries() {
    return given()
        .redirects()
        .follow(false)
        .urlEncodingEnabled(false)
        .header("X-Forwarded-For", ADDRESS)
        .header("Forwarded", "for=" + ADDRESS)
        .header("User-Agent", AGENT)
        .header("Referer", "https://" + REFERRER + "/x");
  }

  private static List<String> canariesInFiles(Path root) throws IOException {
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

  /** Reads a file; empty when the running database has deleted it since it was listed. */
  private static byte[] read(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }

  private static List<String> canariesInTables() throws SQLException {
    List<String> found = new ArrayList<>();
    for (String row : rowsOfAllTables()) {
      CANARIES.stream()
          .filter(canary -> row.contains(canary) || row.contains(hex(canary)))
          .forEach(found::add);
    }
    return found;
  }

  /** The canary as PostgreSQL prints it in a {@code bytea}. */
  private static String hex(String canary) {
    return HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean codeInTables(String code) throws SQLException {
    return rowsOfAllTables().stream().anyMatch(row -> row.contains(code));
  }

  private static List<String> rowsOfAllTables() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection superuser =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = superuser.createStatement()) {
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
