package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import nl.uitweg.operator.DatabaseLogin;
import nl.uitweg.operator.KeyRewrapper;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests for which municipalities the notes key of a report is wrapped, and that it stays usable
 * after the report was taken, after rewrapping and after recovery. {@link NotesKeySecrecyTest}
 * tests that the public tier never has the key; {@code TamperTest} and {@link ReplacedContentTest}
 * test altered and replaced keys.
 */
@ServerTest
class NotesKeyTest {

  private static final String UNREADABLE = "kan niet worden geopend";
  private static final String RECIPIENTS =
      "select recipient from wrapped_key where report_id = ? and what = 'notes' order by 1";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static int number;

  @TestHTTPResource("/")
  String root;

  private String text;
  private DeskClient desk;

  @BeforeEach
  void openDesk() {
    number++;
    text = "for officers only " + number;
    desk = desk("zilvervoort");
  }

  @AfterEach
  void closeDesk() {
    desk.close();
  }

  @Test
  void sealsNotesForAllMunicipalitiesUntilOneTakesReport() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("dont-know", "noted before it was taken");
    SuperuserDatabase.change(
        "insert into wrapped_key (report_id, what, recipient, wrapped)"
            + " values (?, 'report', 'nowhere', '\\x02'), (?, 'report', 'care', '\\x02')",
        report.id(),
        report.id());
    assertThat(addNote(desk, report, text)).contains(text);
    assertThat(SuperuserDatabase.values(RECIPIENTS, report.id()))
        .containsExactly("ankerdaal", "lindestede", "recovery", "zilvervoort");
    try (DeskClient lindestede = desk("lindestede")) {
      assertThat(lindestede.get(report.path()).text()).contains(text).doesNotContain(UNREADABLE);
      assertThat(searchFinds(lindestede, report)).isTrue();
      assertThat(addNote(lindestede, report, "and from Lindestede"))
          .contains("and from Lindestede");
    }
    desk.post(report.path(), report.path() + "/take", "municipality", "zilvervoort");
    assertThat(SuperuserDatabase.values(RECIPIENTS, report.id()))
        .containsExactly("recovery", "zilvervoort");
    addNote(desk, report, "and after it was taken");
    assertThat(desk.get(report.path()).text())
        .contains(text)
        .contains("and from Lindestede")
        .contains("and after it was taken")
        .doesNotContain(UNREADABLE);
    assertThat(searchFinds(desk, report)).isTrue();
    assertThat(keysCreated(report)).isEqualTo(1);
  }

  @Test
  void createsOneKeyForSimultaneousFirstNotes() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "noted by two at once");
    try (DeskClient second = desk("officer");
        Connection superuser =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = superuser.createStatement()) {
      List<HttpRequest> notes =
          List.of(
              noteRequest(desk, report, "from the first"),
              noteRequest(second, report, "from the second"));
      superuser.setAutoCommit(false);
      statement.execute("select from report where id = '" + report.id() + "' for update");
      List<CompletableFuture<HttpResponse<String>>> responses =
          notes.stream()
              .map(note -> HTTP.sendAsync(note, HttpResponse.BodyHandlers.ofString()))
              .toList();
      TestTimeout.await("both wait for the lock on the report")
          .until(
              () ->
                  SuperuserDatabase.values(
                          "select pid from pg_stat_activity where datname = current_database()"
                              + " and wait_event_type = 'Lock'")
                      .size(),
              waiting -> waiting == 2);
      superuser.rollback();
      assertThat(responses.stream().map(response -> response.join().statusCode()))
          .containsExactly(303, 303);
    }
    assertThat(desk.get(report.path()).text())
        .contains("from the first")
        .contains("from the second")
        .doesNotContain(UNREADABLE);
    assertThat(SuperuserDatabase.values(RECIPIENTS, report.id()))
        .containsExactly("recovery", "zilvervoort");
    assertThat(keysCreated(report)).isEqualTo(1);
  }

  @Test
  void opensNotesAfterRewrappingAndRecovery() throws Exception {
    ReportWithPhoto report =
        ReportWithPhoto.send("zilvervoort", "noted before the keyset was lost");
    addNote(desk, report, text);
    String wrapped =
        "select encode(wrapped, 'hex') from wrapped_key where report_id = ?"
            + " and what = 'notes' and recipient = 'zilvervoort'";
    String before = singleValue(wrapped, report);
    rewrap(Opener.read(keys().resolve("private")), "zilvervoort");
    assertThat(singleValue(wrapped, report)).isNotEqualTo(before);
    assertThat(desk.get(report.path()).text()).contains(text).doesNotContain(UNREADABLE);
    SuperuserDatabase.change(
        "update wrapped_key set wrapped = set_byte(wrapped, 99, get_byte(wrapped, 99) # 1)"
            + " where report_id = ? and recipient = 'zilvervoort'",
        report.id());
    assertThat(desk.get(report.path()).text()).contains(UNREADABLE).doesNotContain(text);
    rewrap(Opener.recovery(keys().resolve("offline/recovery.private.json")), Sealer.RECOVERY);
    assertThat(desk.get(report.path()).text()).contains(text).contains(report.text());
    assertThat(report.audit()).as("no part is unreadable").last().isEqualTo("read done ");
    assertThat(searchFinds(desk, report)).isTrue();
    assertThat(addNote(desk, report, "and after the recovery")).contains("and after the recovery");
    assertThat(keysCreated(report)).isEqualTo(1);
  }

  private static void rewrap(Opener opener, String from) {
    DatabaseLogin login = new DatabaseLogin(Servers.database().jdbcUrl(), "portal_backoffice", "");
    new KeyRewrapper(login, opener, Sealer.read(keys().resolve("public")))
        .rewrap("zilvervoort", from);
  }

  private static Path keys() {
    return Servers.folder().resolve("keys");
  }

  private DeskClient desk(String user) {
    return new DeskClient(root.substring(0, root.length() - 1), user);
  }

  /** Adds a note and returns the case file that the officer then sees. */
  private static String addNote(DeskClient officer, ReportWithPhoto report, String note) {
    return officer.post(report.path(), report.path() + "/notes", "note", note).text();
  }

  private HttpRequest noteRequest(DeskClient officer, ReportWithPhoto report, String note) {
    String address = root.substring(0, root.length() - 1) + report.path();
    String form =
        "token="
            + URLEncoder.encode(officer.token(report.path()), StandardCharsets.UTF_8)
            + "&note="
            + URLEncoder.encode(note, StandardCharsets.UTF_8);
    String cookies =
        officer.context().cookies(address).stream()
            .map(cookie -> cookie.name + "=" + cookie.value)
            .collect(Collectors.joining("; "));
    return HttpRequest.newBuilder(URI.create(address + "/notes"))
        .header("Cookie", cookies)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  /** Whether a search for the text of the note finds the report. */
  private boolean searchFinds(DeskClient officer, ReportWithPhoto report) {
    return officer
        .post("/backoffice/search", "/backoffice/search", "q", '"' + text + '"')
        .text()
        .contains(report.path());
  }

  private static long keysCreated(ReportWithPhoto report) throws SQLException {
    return report.audit().stream().filter(event -> event.startsWith("notes-sealed done ")).count();
  }

  private static String singleValue(String query, ReportWithPhoto report) throws SQLException {
    List<String> values = SuperuserDatabase.values(query, report.id());
    assertThat(values).hasSize(1);
    return values.get(0);
  }
}
