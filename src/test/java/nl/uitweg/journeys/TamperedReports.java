package nl.uitweg.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;

/**
 * Two reports whose rows a test changes, each with a message, a photo and a note. They are sent
 * once, and their rows are restored before each test.
 */
final class TamperedReports {

  private static final Pattern TIMELINE =
      Pattern.compile("<section aria-labelledby=\"timeline\">.*?</section>", Pattern.DOTALL);

  /** Tables that are restored, each from a copy with the prefix {@code original_}. */
  private static final List<String> TABLES =
      List.of("report", "wrapped_key", "message", "note", "attachment", "attachment_chunk");

  private final List<Sent> sent = new ArrayList<>();
  private String base = "";
  private BrowserContext desk;

  /** Position of the last audit event before the test. */
  private int auditedBefore;

  /** A report and its parts; {@code id} and {@code file} are ids of rows, the others are texts. */
  record Sent(String id, String description, String message, String note, String file) {}

  /** Sends the reports when that has not been done yet, and restores their rows. */
  void restore(String base) throws SQLException, IOException {
    this.base = base;
    if (sent.isEmpty()) {
      sent.add(send(1));
      sent.add(send(2));
      // Opening the inbox indexes the reports.
      assertThat(desk().request().get(base + "/backoffice").status()).isEqualTo(200);
      for (Sent report : sent) {
        assertThat(addNote(report, report.note()).status()).isEqualTo(200);
      }
      for (String table : TABLES) {
        execute("create table original_" + table + " as select * from " + table);
      }
    }
    // In this mode, PostgreSQL neither checks foreign keys nor fires triggers.
    StringBuilder restore = new StringBuilder("set session_replication_role = replica;");
    for (String table : TABLES) {
      restore.append(
          "delete from %1$s; insert into %1$s select * from original_%1$s;".formatted(table));
    }
    execute(restore.toString());
    auditedBefore =
        Integer.parseInt(SuperuserDatabase.values("select max(position) from audit_event").get(0));
  }

  /** Deletes the copies of the rows and closes the browser of the officer. */
  void close() throws SQLException {
    desk.close();
    for (String table : TABLES) {
      execute("drop table original_" + table);
    }
    sent.clear();
  }

  private static Sent send(int number) throws SQLException, IOException {
    String description = "tamper report " + number;
    String message = "tamper message " + number;
    List<String> before = SuperuserDatabase.values("select id from report");
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", description, "unknown");
    Response confirmation =
        given()
            .multiPart("state", form.sealedState())
            .multiPart("files", "tamper" + number + ".png", photoOfSeveralChunks(), "image/png")
            .post("/en/report");
    Response conversation =
        given().formParam("code", FormClient.code(confirmation)).post("/en/code");
    given()
        .formParam("token", DeskClient.tokenIn(conversation.asString()))
        .formParam("go", "send")
        .formParam("message", message)
        .post("/en/code");
    List<String> after = SuperuserDatabase.values("select id from report");
    after.removeAll(before);
    assertThat(after).hasSize(1);
    String id = after.get(0);
    String file =
        SuperuserDatabase.values("select id from attachment where report_id = '" + id + "'").get(0);
    return new Sent(id, description, message, "tamper note " + number, file);
  }

  /** A photo that does not compress, so that it is stored in more than one chunk. */
  private static byte[] photoOfSeveralChunks() throws IOException {
    return Photos.noise(700, 700);
  }

  Sent first() {
    return sent.get(0);
  }

  Sent second() {
    return sent.get(1);
  }

  List<Sent> all() {
    return List.copyOf(sent);
  }

  /** The browser of an officer of the municipality to which the reports were sent. */
  BrowserContext desk() {
    if (desk == null) {
      desk = Browser.officer(base, "zilvervoort", 1280, false);
    }
    return desk;
  }

  /** The case file without its timeline, which shows what was refused in earlier tests. */
  String caseFile(Sent report) {
    APIResponse page = desk().request().get(base + "/backoffice/reports/" + report.id());
    assertThat(page.status()).isEqualTo(200);
    return TIMELINE.matcher(page.text()).replaceFirst("");
  }

  APIResponse addNote(Sent report, String text) {
    String token = DeskClient.tokenIn(caseFile(report));
    return desk()
        .request()
        .post(
            base + "/backoffice/reports/" + report.id() + "/notes",
            RequestOptions.create()
                .setForm(FormData.create().set("token", token).set("note", text)));
  }

  /** The response to the download of the file of a report. */
  APIResponse file(Sent report) {
    return desk()
        .request()
        .get(
            base
                + "/backoffice/reports/"
                + report.id()
                + "/attachments/"
                + report.file()
                + "/content");
  }

  /** The events about a report since the start of the test: action, result and reason, per line. */
  String events(Sent report) throws SQLException {
    return String.join(
        "\n",
        SuperuserDatabase.values(
            "select action || ' ' || result || ' ' || reason from audit_event where object ="
                + " 'report/"
                + report.id()
                + "' and position > "
                + auditedBefore));
  }

  /** Runs a statement that must change at least one row. */
  void tamper(String sql) throws SQLException {
    assertThat(SuperuserDatabase.change(sql)).isPositive();
  }

  private static void execute(String sql) throws SQLException {
    try (Connection superuser =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }
}
