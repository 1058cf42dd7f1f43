package nl.uitweg.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An attacker with write access to the database alters, swaps, replays and truncates encrypted
 * content. The affected content is rejected and reported, and the rest can still be decrypted.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class TamperTest {

  private static final String CANNOT_BE_OPENED = "gaat niet open";
  private static final Pattern TIMELINE =
      Pattern.compile("<section aria-labelledby=\"timeline\">.*?</section>", Pattern.DOTALL);
  private static int number;
  private static BrowserContext desk;

  @TestHTTPResource("/")
  String root;

  /**
   * Two reports to tamper with, each with a message, a photo and a note; sent once, restored each
   * time.
   */
  private static final List<Sent> SENT = new ArrayList<>();

  private static final List<String> TABLES =
      List.of("report", "wrapped_key", "message", "note", "attachment", "attachment_chunk");

  /** Position of the last audit event before the test. */
  private static int auditedBefore;

  private record Sent(String id, String description, String message, String note, String file) {}

  @BeforeEach
  void restoreTwoReports() throws SQLException, IOException {
    if (SENT.isEmpty()) {
      sendTwoReports();
      assertThat(desk().request().get(base() + "/backoffice").status()).isEqualTo(200); // indexes
      for (Sent report : SENT) {
        assertThat(addNote(report, report.note()).status()).isEqualTo(200);
      }
      for (String table : TABLES) {
        execute("create table original_" + table + " as select * from " + table);
      }
    }
    // Neither foreign keys nor triggers are checked meanwhile.
    StringBuilder restore = new StringBuilder("set session_replication_role = replica;");
    for (String table : TABLES) {
      restore.append(
          "delete from %1$s; insert into %1$s select * from original_%1$s;".formatted(table));
    }
    execute(restore.toString());
    auditedBefore = Integer.parseInt(query("select max(position) from audit_event").get(0));
  }

  @AfterAll
  static void forgetReports() throws SQLException {
    for (String table : TABLES) {
      execute("drop table original_" + table);
    }
    SENT.clear();
  }

  private static void sendTwoReports() throws SQLException, IOException {
    for (int i = 0; i < 2; i++) {
      number++;
      String description = "tamper report " + number;
      String message = "tamper message " + number;
      List<String> before = query("select id from report");
      FormClient form = new FormClient("en");
      form.fillIn("zandvoort", description, "unknown");
      Response done =
          given()
              .multiPart("state", form.token())
              .multiPart("files", "tamper" + number + ".png", noise(), "image/png")
              .post("/en/report");
      Response open = given().formParam("code", FormClient.code(done)).post("/en/code");
      Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(open.asString());
      assertThat(token.find()).isTrue();
      given()
          .formParam("token", token.group(1))
          .formParam("go", "say")
          .formParam("message", message)
          .post("/en/code");
      List<String> after = query("select id from report");
      after.removeAll(before);
      assertThat(after).hasSize(1);
      String id = after.get(0);
      String file = query("select id from attachment where report_id = '" + id + "'").get(0);
      SENT.add(new Sent(id, description, message, "tamper note " + number, file));
    }
  }

  @Test
  void opensUntamperedContent() {
    for (Sent report : SENT) {
      assertThat(caseFile(desk(), report))
          .contains(report.description())
          .contains(report.message())
          .contains(report.note())
          .contains("tamper")
          .doesNotContain(CANNOT_BE_OPENED);
      assertThat(file(desk(), report).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "one bit of the report; update report set sealed = set_byte(sealed, 99, get_byte(sealed, 99) # 1) where id = '%1$s'",
        "the version byte; update report set sealed = set_byte(sealed, 0, 9) where id = '%1$s'",
        "half of the report; update report set sealed = substring(sealed, 1, 500) where id = '%1$s'",
        "the sealed report of another; update report set sealed = (select sealed from report where id = '%2$s') where id = '%1$s'",
        "the wrapped key of another; update wrapped_key set wrapped = (select wrapped from wrapped_key where report_id = '%2$s' and what = 'report' and recipient = 'zandvoort') where report_id = '%1$s' and what = 'report' and recipient = 'zandvoort'",
        "the key of the conversation replayed; update wrapped_key set wrapped = (select wrapped from wrapped_key where report_id = '%1$s' and what = 'conversation' and recipient = 'zandvoort') where report_id = '%1$s' and what = 'report' and recipient = 'zandvoort'",
        "the key for recovery replayed; update wrapped_key set wrapped = (select wrapped from wrapped_key where report_id = '%1$s' and what = 'report' and recipient = 'recovery') where report_id = '%1$s' and what = 'report' and recipient = 'zandvoort'"
      })
  void rejectsAlteredReportAndOpensOthers(String name, String sql) throws SQLException {
    Sent altered = SENT.get(0);
    tamper(sql.formatted(altered.id(), SENT.get(1).id()));
    String page = caseFile(desk(), altered);
    assertThat(page)
        .as(name)
        .contains(CANNOT_BE_OPENED)
        .doesNotContain(altered.description())
        .contains(altered.message());
    assertThat(file(desk(), altered).status()).isEqualTo(200);
    assertThat(caseFile(desk(), SENT.get(1)))
        .contains(SENT.get(1).description())
        .doesNotContain(CANNOT_BE_OPENED);
    assertThat(audit(altered))
        .contains("read undecryptable ")
        .contains("read-part undecryptable report");
  }

  @Test
  void showsOtherReportsInInboxAndLookalikes() throws SQLException {
    Sent altered = SENT.get(0);
    Sent other = SENT.get(1);
    tamper(
        "update report set sealed = substring(sealed, 1, 500) where id = '" + altered.id() + "'");
    Page officer = desk().newPage();
    assertThat(
            Inbox.row(officer, base(), CANNOT_BE_OPENED).locator("a[href^='/backoffice/reports/']"))
        .isVisible();
    assertThat(Inbox.row(officer, base(), other.description()))
        .not()
        .containsText(CANNOT_BE_OPENED);
    officer.close();
    String alike = base() + "/backoffice/lookalikes?like=";
    assertThat(desk().request().get(alike + other.id()).text()).contains(other.description());
    assertThat(desk().request().get(alike + altered.id()).text()).contains(CANNOT_BE_OPENED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "one bit; update message set sealed = set_byte(sealed, 99, get_byte(sealed, 99) # 1) where report_id = '%1$s'",
        "the message of another; update message set sealed = (select sealed from message where report_id = '%2$s') where report_id = '%1$s'",
        "cut; update message set sealed = substring(sealed, 1, 40) where report_id = '%1$s'"
      })
  void rejectsAlteredMessageAndOpensRest(String name, String sql) throws SQLException {
    Sent altered = SENT.get(0);
    tamper(sql.formatted(altered.id(), SENT.get(1).id()));
    assertThat(caseFile(desk(), altered))
        .as(name)
        .contains(CANNOT_BE_OPENED)
        .contains(altered.description())
        .doesNotContain(altered.message());
    assertThat(file(desk(), altered).status()).isEqualTo(200);
    assertThat(audit(altered)).contains("read done ").contains("read-part undecryptable message");
  }

  @Test
  void rejectsReplayedMessage() throws SQLException {
    Sent altered = SENT.get(0);
    tamper(
        "insert into message select gen_random_uuid(), report_id, position + 1, from_officer, read,"
            + " sealed from message where report_id = '"
            + altered.id()
            + "'");
    String page = caseFile(desk(), altered);
    assertThat(page).contains(CANNOT_BE_OPENED);
    assertThat(page.split(altered.message(), -1)).as("the message is shown once").hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "one bit; update wrapped_key set wrapped = set_byte(wrapped, 99, get_byte(wrapped, 99) # 1) where report_id = '%1$s' and what = 'notes' and recipient = 'zandvoort'",
        "the notes key of another; update wrapped_key set wrapped = (select wrapped from wrapped_key where report_id = '%2$s' and what = 'notes' and recipient = 'zandvoort') where report_id = '%1$s' and what = 'notes' and recipient = 'zandvoort'",
        "the key of the report replayed; update wrapped_key set wrapped = (select wrapped from wrapped_key where report_id = '%1$s' and what = 'report' and recipient = 'zandvoort') where report_id = '%1$s' and what = 'notes' and recipient = 'zandvoort'",
        "the key for recovery replayed; update wrapped_key set wrapped = (select wrapped from wrapped_key where report_id = '%1$s' and what = 'notes' and recipient = 'recovery') where report_id = '%1$s' and what = 'notes' and recipient = 'zandvoort'",
        "the key of the municipality deleted; delete from wrapped_key where report_id = '%1$s' and what = 'notes' and recipient = 'zandvoort'",
        "every notes key deleted; delete from wrapped_key where report_id = '%1$s' and what = 'notes'"
      })
  void rejectsAlteredNotesKeyAndOpensRest(String name, String sql) throws SQLException {
    Sent altered = SENT.get(0);
    Sent other = SENT.get(1);
    tamper(sql.formatted(altered.id(), other.id()));
    assertThat(caseFile(desk(), altered))
        .as(name)
        .contains(CANNOT_BE_OPENED)
        .contains(altered.description())
        .contains(altered.message())
        .doesNotContain(altered.note());
    assertThat(file(desk(), altered).status()).isEqualTo(200);
    assertThat(caseFile(desk(), other)).contains(other.note()).doesNotContain(CANNOT_BE_OPENED);
    assertThat(audit(altered)).contains("read done ").contains("read-part undecryptable notes");
    APIResponse refused = addNote(altered, "under which key");
    assertThat(refused.status()).as(name).isEqualTo(409);
    assertThat(refused.text()).as("the form keeps the note").contains("under which key");
    assertThat(audit(altered)).contains("note refused ");
    assertThat(query("select id from note where report_id = '" + altered.id() + "'")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "one bit; update attachment_chunk set content = set_byte(content, 70000, get_byte(content, 70000) # 1) where position = 0 and attachment_id = '%1$s'",
        "the first piece of another; update attachment_chunk set content = (select content from attachment_chunk where position = 0 and attachment_id = '%2$s') where position = 0 and attachment_id = '%1$s'",
        "the last piece lost; delete from attachment_chunk where position = 1 and attachment_id = '%1$s'",
        "the pieces in another order; update attachment_chunk set position = 5 - position where attachment_id = '%1$s'",
        "its end cut; update attachment_chunk set content = substring(content, 1, 100) where position = 1 and attachment_id = '%1$s'"
      })
  void rejectsAlteredFileAndOpensRest(String name, String sql) throws SQLException {
    Sent altered = SENT.get(0);
    assertThat(
            query(
                "select position::text from attachment_chunk where attachment_id = '"
                    + altered.file()
                    + "'"))
        .as("stored in more than one chunk")
        .hasSizeGreaterThan(1);
    tamper(sql.formatted(altered.file(), SENT.get(1).file()));
    APIResponse refused = file(desk(), altered);
    assertThat(refused.status()).as(name).isEqualTo(409);
    assertThat(refused.text()).contains(CANNOT_BE_OPENED);
    assertThat(caseFile(desk(), altered))
        .contains(altered.description())
        .contains(altered.message());
    assertThat(file(desk(), SENT.get(1)).status()).isEqualTo(200);
    assertThat(audit(altered)).contains("attachment undecryptable attachment/" + altered.file());
  }

  @Test
  void rejectsPreviewOfAlteredFile() throws SQLException {
    Sent altered = SENT.get(0);
    tamper(
        "update attachment_chunk set content = set_byte(content, 70000, get_byte(content, 70000) #"
            + " 1) where position = 0 and attachment_id = '%s'".formatted(altered.file()));
    String preview = "/backoffice/reports/" + altered.id() + "/attachments/" + altered.file();
    assertThat(desk().request().get(base() + preview + "/preview").status()).isEqualTo(409);
    assertThat(audit(altered)).contains("attachment undecryptable attachment/" + altered.file());
  }

  @Test
  void rejectsFileMovedToAnotherReport() throws SQLException {
    Sent altered = SENT.get(0);
    Sent other = SENT.get(1);
    tamper(
        "update attachment set report_id = '%s', position = 25 where id = '%s'"
            .formatted(other.id(), altered.file()));
    tamper(
        "update wrapped_key set report_id = '%s' where what = 'attachment/%s'"
            .formatted(other.id(), altered.file()));
    assertThat(caseFile(desk(), other)).contains(CANNOT_BE_OPENED).contains(other.description());
    assertThat(file(desk(), other).status()).isEqualTo(200);
    assertThat(audit(other)).contains("read-part undecryptable attachment/" + altered.file());
  }

  private BrowserContext desk() {
    if (desk == null) {
      desk = Browser.officer(base(), "zandvoort", 1280, false);
    }
    return desk;
  }

  @AfterAll
  static void closeDesk() {
    desk.close();
  }

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  /** The page without its timeline, which shows what was refused in earlier tests. */
  private String caseFile(BrowserContext desk, Sent report) {
    APIResponse page = desk.request().get(base() + "/backoffice/reports/" + report.id());
    assertThat(page.status()).isEqualTo(200);
    return TIMELINE.matcher(page.text()).replaceFirst("");
  }

  private APIResponse addNote(Sent report, String text) {
    String token = DeskClient.tokenIn(caseFile(desk(), report));
    return desk()
        .request()
        .post(
            base() + "/backoffice/reports/" + report.id() + "/notes",
            RequestOptions.create()
                .setForm(FormData.create().set("token", token).set("note", text)));
  }

  private APIResponse file(BrowserContext desk, Sent report) {
    return desk.request()
        .get(
            base()
                + "/backoffice/reports/"
                + report.id()
                + "/attachments/"
                + report.file()
                + "/content");
  }

  /** An image that does not compress, so that it is stored in more than one chunk. */
  private static byte[] noise() throws IOException {
    return Photos.noise(700, 700);
  }

  private static String audit(Sent report) throws SQLException {
    return String.join(
        "\n",
        query(
            "select action || ' ' || result || ' ' || reason from audit_event where object ="
                + " 'report/"
                + report.id()
                + "' and position > "
                + auditedBefore));
  }

  private static List<String> query(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection superuser = superuser();
        Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static void tamper(String sql) throws SQLException {
    try (Connection superuser = superuser();
        Statement statement = superuser.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection superuser = superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection superuser() throws SQLException {
    return DriverManager.getConnection(
        Servers.database().jdbcUrl(), Servers.database().superuser(), "");
  }
}
