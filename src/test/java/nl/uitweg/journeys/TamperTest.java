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
 * Someone with the whole database in hand alters, swaps, replays and cuts what is sealed: it is
 * refused and named, and the rest still opens.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class TamperTest {

  private static final String BROKEN = "gaat niet open";
  private static int number;
  private static BrowserContext desk;

  @TestHTTPResource("/")
  String root;

  /** Two reports to play with, each with a message and a photo. */
  private final List<Sent> sent = new ArrayList<>();

  private record Sent(String id, String words, String said, String file) {}

  @BeforeEach
  void sendTwo() throws SQLException, IOException {
    for (int i = 0; i < 2; i++) {
      number++;
      String words = "tamper report " + number;
      String said = "tamper message " + number;
      List<String> before = ids("select id from report");
      FormClient form = new FormClient("en");
      form.fillIn("zandvoort", words, "unknown");
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
          .formParam("message", said)
          .post("/en/code");
      List<String> after = ids("select id from report");
      after.removeAll(before);
      assertThat(after).hasSize(1);
      String id = after.get(0);
      String file = ids("select id from attachment where report_id = '" + id + "'").get(0);
      sent.add(new Sent(id, words, said, file));
    }
  }

  @Test
  void untouched_everything_opens() {
    for (Sent report : sent) {
      assertThat(casefile(desk(), report))
          .contains(report.words())
          .contains(report.said())
          .contains("tamper")
          .doesNotContain(BROKEN);
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
  void an_altered_report_is_refused_and_named_and_the_rest_opens(String name, String change)
      throws SQLException {
    Sent mine = sent.get(0);
    change(change.formatted(mine.id(), sent.get(1).id()));
    String seen = casefile(desk(), mine);
    assertThat(seen).as(name).contains(BROKEN).doesNotContain(mine.words()).contains(mine.said());
    assertThat(file(desk(), mine).status()).isEqualTo(200);
    assertThat(casefile(desk(), sent.get(1))).contains(sent.get(1).words()).doesNotContain(BROKEN);
    assertThat(audit(mine))
        .contains("read does-not-open ")
        .contains("read-part does-not-open report");
  }

  @Test
  void the_inbox_and_the_look_alikes_name_or_leave_out_what_does_not_open_and_show_the_rest()
      throws SQLException {
    Sent mine = sent.get(0);
    Sent other = sent.get(1);
    change("update report set sealed = substring(sealed, 1, 500) where id = '" + mine.id() + "'");
    Page officer = desk().newPage();
    assertThat(Inbox.row(officer, base(), BROKEN).locator("a[href^='/backoffice/reports/']"))
        .isVisible();
    assertThat(Inbox.row(officer, base(), other.words())).not().containsText(BROKEN);
    officer.close();
    String alike = base() + "/backoffice/lookalikes?like=";
    assertThat(desk().request().get(alike + other.id()).text()).contains(other.words());
    assertThat(desk().request().get(alike + mine.id()).text()).contains(BROKEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "one bit; update message set sealed = set_byte(sealed, 99, get_byte(sealed, 99) # 1) where report_id = '%1$s'",
        "the message of another; update message set sealed = (select sealed from message where report_id = '%2$s') where report_id = '%1$s'",
        "cut; update message set sealed = substring(sealed, 1, 40) where report_id = '%1$s'"
      })
  void an_altered_message_is_refused_and_named_and_the_rest_opens(String name, String change)
      throws SQLException {
    Sent mine = sent.get(0);
    change(change.formatted(mine.id(), sent.get(1).id()));
    assertThat(casefile(desk(), mine))
        .as(name)
        .contains(BROKEN)
        .contains(mine.words())
        .doesNotContain(mine.said());
    assertThat(file(desk(), mine).status()).isEqualTo(200);
    assertThat(audit(mine)).contains("read done ").contains("read-part does-not-open message");
  }

  @Test
  void a_message_played_back_a_second_time_is_refused() throws SQLException {
    Sent mine = sent.get(0);
    change(
        "insert into message select gen_random_uuid(), report_id, position + 1, from_officer, read,"
            + " sealed from message where report_id = '"
            + mine.id()
            + "'");
    String seen = casefile(desk(), mine);
    assertThat(seen).contains(BROKEN);
    assertThat(seen.split(mine.said(), -1)).as("said once").hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "one bit; update wrapped_key set wrapped = set_byte(wrapped, 99, get_byte(wrapped, 99) # 1) where report_id = '%1$s' and what = 'notes' and recipient = 'zandvoort'",
        "the key of another's notes; update wrapped_key set wrapped = (select wrapped from wrapped_key where report_id = '%2$s' and what = 'notes' and recipient = 'zandvoort') where report_id = '%1$s' and what = 'notes' and recipient = 'zandvoort'",
        "the key of the report replayed; update wrapped_key set wrapped = (select wrapped from wrapped_key where report_id = '%1$s' and what = 'report' and recipient = 'zandvoort') where report_id = '%1$s' and what = 'notes' and recipient = 'zandvoort'",
        "the key for recovery replayed; update wrapped_key set wrapped = (select wrapped from wrapped_key where report_id = '%1$s' and what = 'notes' and recipient = 'recovery') where report_id = '%1$s' and what = 'notes' and recipient = 'zandvoort'",
        "the key of the municipality gone; delete from wrapped_key where report_id = '%1$s' and what = 'notes' and recipient = 'zandvoort'",
        "every key of the notes gone; delete from wrapped_key where report_id = '%1$s' and what = 'notes'"
      })
  void an_altered_key_of_the_notes_is_refused_and_named_and_the_rest_opens(
      String name, String change) throws SQLException {
    Sent mine = sent.get(0);
    Sent other = sent.get(1);
    assertThat(note(mine, "tamper note").status()).isEqualTo(200);
    assertThat(note(other, "another note").status()).isEqualTo(200);
    assertThat(casefile(desk(), mine)).contains("tamper note").doesNotContain(BROKEN);
    change(change.formatted(mine.id(), other.id()));
    assertThat(casefile(desk(), mine))
        .as(name)
        .contains(BROKEN)
        .contains(mine.words())
        .contains(mine.said())
        .doesNotContain("tamper note");
    assertThat(file(desk(), mine).status()).isEqualTo(200);
    assertThat(casefile(desk(), other)).contains("another note").doesNotContain(BROKEN);
    assertThat(audit(mine)).contains("read done ").contains("read-part does-not-open notes");
    APIResponse refused = note(mine, "under which key");
    assertThat(refused.status()).as(name).isEqualTo(409);
    assertThat(refused.text()).as("given back").contains("under which key");
    assertThat(audit(mine)).contains("note refused ");
    assertThat(ids("select id from note where report_id = '" + mine.id() + "'")).hasSize(1);
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
  void an_altered_file_is_refused_and_named_and_the_rest_opens(String name, String change)
      throws SQLException {
    Sent mine = sent.get(0);
    assertThat(
            ids(
                "select position::text from attachment_chunk where attachment_id = '"
                    + mine.file()
                    + "'"))
        .as("in more than one piece")
        .hasSizeGreaterThan(1);
    change(change.formatted(mine.file(), sent.get(1).file()));
    APIResponse refused = file(desk(), mine);
    assertThat(refused.status()).as(name).isEqualTo(409);
    assertThat(refused.text()).contains(BROKEN);
    assertThat(casefile(desk(), mine)).contains(mine.words()).contains(mine.said());
    assertThat(file(desk(), sent.get(1)).status()).isEqualTo(200);
    assertThat(audit(mine)).contains("attachment does-not-open attachment/" + mine.file());
  }

  @Test
  void an_altered_file_has_no_preview_and_that_is_named() throws SQLException {
    Sent mine = sent.get(0);
    change(
        "update attachment_chunk set content = set_byte(content, 70000, get_byte(content, 70000) #"
            + " 1) where position = 0 and attachment_id = '%s'".formatted(mine.file()));
    String preview = "/backoffice/reports/" + mine.id() + "/attachments/" + mine.file();
    assertThat(desk().request().get(base() + preview + "/preview").status()).isEqualTo(409);
    assertThat(audit(mine)).contains("attachment does-not-open attachment/" + mine.file());
  }

  @Test
  void a_file_hung_on_another_report_is_refused_and_named() throws SQLException {
    Sent mine = sent.get(0);
    Sent other = sent.get(1);
    change(
        "update attachment set report_id = '%s' where id = '%s'"
            .formatted(other.id(), mine.file()));
    change(
        "update wrapped_key set report_id = '%s' where what = 'attachment/%s'"
            .formatted(other.id(), mine.file()));
    assertThat(casefile(desk(), other)).contains(BROKEN).contains(other.words());
    assertThat(file(desk(), other).status()).isEqualTo(200);
    assertThat(audit(other)).contains("read-part does-not-open attachment/" + mine.file());
  }

  private BrowserContext desk() {
    if (desk == null) {
      desk = Browser.officer(base(), "zandvoort", 1280, false);
    }
    return desk;
  }

  @AfterAll
  static void leave() {
    desk.close();
  }

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  private String casefile(BrowserContext desk, Sent report) {
    APIResponse page = desk.request().get(base() + "/backoffice/reports/" + report.id());
    assertThat(page.status()).isEqualTo(200);
    return page.text();
  }

  private APIResponse note(Sent report, String text) {
    String token = DeskClient.tokenIn(casefile(desk(), report));
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

  /** A picture that does not compress, so that it takes more than one piece. */
  private static byte[] noise() throws IOException {
    return Photos.noise(700, 700);
  }

  private static String audit(Sent report) throws SQLException {
    return String.join(
        "\n",
        ids(
            "select action || ' ' || result || ' ' || reason from audit_event where object ="
                + " 'report/"
                + report.id()
                + "'"));
  }

  private static List<String> ids(String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection owner = owner();
        Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static void change(String change) throws SQLException {
    try (Connection owner = owner();
        Statement statement = owner.createStatement()) {
      assertThat(statement.executeUpdate(change)).isPositive();
    }
  }

  private static Connection owner() throws SQLException {
    return DriverManager.getConnection(
        Servers.database().jdbcUrl(), Servers.database().superuser(), "");
  }
}
