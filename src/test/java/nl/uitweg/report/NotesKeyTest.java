package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import nl.uitweg.platform.sealing.AssociatedData;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.keys.KeyRewrapper;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that officers' notes are sealed with a key that the public tier never has, for the
 * municipalities that have the report. TamperTest and {@link ReplacedContentTest} test altered and
 * replaced keys.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class NotesKeyTest {

  private static final String UNREADABLE = "gaat niet open";
  private static final String NOT_ALLOWED = "42501"; // SQLSTATE insufficient_privilege
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
    desk = desk("zandvoort");
  }

  @AfterEach
  void closeDesk() {
    desk.close();
  }

  @Test
  void rejectsKeysOfReportConversationAndFileForNotes() throws Exception {
    SentReport report = SentReport.send("zandvoort", "keys that the public tier had");
    assertThat(addNote(desk, report, text)).contains(text);
    String note = singleValue("select id from note where report_id = ?", report);
    AssociatedData associatedData =
        new ReportOrigin(report.id(), Optional.of("zandvoort")).note(UUID.fromString(note), 1);
    byte[] sealed =
        bytes(singleValue("select encode(sealed, 'hex') from note where report_id = ?", report));
    List<String> otherKeys =
        SuperuserDatabase.values(
            "select distinct what from wrapped_key where report_id = ? and what <> 'notes'",
            report.id());
    assertThat(otherKeys).hasSize(3);
    for (String keyName : otherKeys) {
      ContentKey key = key(report, keyName);
      assertThatThrownBy(() -> key.open(associatedData, sealed))
          .as(keyName)
          .isInstanceOf(UnsealException.class);
    }
    assertThat(
            new String(
                key(report, WrappedKey.NOTES).open(associatedData, sealed), StandardCharsets.UTF_8))
        .contains(text);
  }

  /** An attacker in the public process can set any setting of its transactions. */
  @ParameterizedTest
  @ValueSource(strings = {"portal_public", "portal_all"})
  void deniesNotesKeyToPublicLogin(String user) throws Exception {
    SentReport before = SentReport.send("zandvoort", "without notes");
    SentReport after = SentReport.send("zandvoort", "with a note");
    addNote(desk, after, text);
    try (Connection connection =
            DriverManager.getConnection(Servers.database().jdbcUrl(), user, "");
        Statement statement = connection.createStatement()) {
      statement.execute("set role portal_public");
      for (SentReport report : List.of(before, after)) {
        String lookup =
            singleValue("select encode(lookup_id, 'hex') from receipt where report_id = ?", report);
        for (String setting : List.of("portal.report," + report.id(), "portal.lookup," + lookup)) {
          statement.execute(
              "select set_config('portal.report', '', false),"
                  + " set_config('portal.lookup', '', false),"
                  + " set_config('%s', '%s', false)".formatted((Object[]) setting.split(",", 2)));
          for (String keyName : List.of("notes", "note", "")) {
            assertThatThrownBy(
                    () ->
                        statement.execute(
                            "insert into wrapped_key (report_id, what, recipient, wrapped, position)"
                                + " values ('%s', '%s', 'zandvoort', '\\x02', 50)"
                                    .formatted(report.id(), keyName)))
                .as(setting + " " + keyName)
                .isInstanceOfSatisfying(
                    SQLException.class,
                    exception -> assertThat(exception.getSQLState()).isEqualTo(NOT_ALLOWED));
          }
          try (var rows =
              statement.executeQuery(
                  "select count(*) filter (where what = 'notes'),"
                      + " count(*) filter (where what = 'report') from wrapped_key")) {
            rows.next();
            assertThat(rows.getInt(1)).as(setting).isZero();
            assertThat(rows.getInt(2))
                .as(setting)
                .isEqualTo(setting.startsWith("portal.lookup") ? 2 : 0);
          }
        }
      }
    }
  }

  @Test
  void sealsNotesForAllMunicipalitiesUntilOneTakesReport() throws Exception {
    SentReport report = SentReport.send("dont-know", "noted before it was taken");
    SuperuserDatabase.change(
        "insert into wrapped_key (report_id, what, recipient, wrapped)"
            + " values (?, 'report', 'nowhere', '\\x02'), (?, 'report', 'care', '\\x02')",
        report.id(),
        report.id());
    assertThat(addNote(desk, report, text)).contains(text);
    assertThat(SuperuserDatabase.values(RECIPIENTS, report.id()))
        .containsExactly("bloemendaal", "heemstede", "recovery", "zandvoort");
    try (DeskClient heemstede = desk("heemstede")) {
      assertThat(heemstede.get(report.path()).text()).contains(text).doesNotContain(UNREADABLE);
      assertThat(searchFinds(heemstede, report)).isTrue();
      assertThat(addNote(heemstede, report, "and from Heemstede")).contains("and from Heemstede");
    }
    desk.post(report.path(), report.path() + "/take", "municipality", "zandvoort");
    assertThat(SuperuserDatabase.values(RECIPIENTS, report.id()))
        .containsExactly("recovery", "zandvoort");
    addNote(desk, report, "and after it was taken");
    assertThat(desk.get(report.path()).text())
        .contains(text)
        .contains("and from Heemstede")
        .contains("and after it was taken")
        .doesNotContain(UNREADABLE);
    assertThat(searchFinds(desk, report)).isTrue();
    assertThat(keysCreated(report)).isEqualTo(1);
  }

  @Test
  void createsOneKeyForSimultaneousFirstNotes() throws Exception {
    SentReport report = SentReport.send("zandvoort", "noted by two at once");
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
        .containsExactly("recovery", "zandvoort");
    assertThat(keysCreated(report)).isEqualTo(1);
  }

  @Test
  void opensNotesAfterRewrappingAndRecovery() throws Exception {
    SentReport report = SentReport.send("zandvoort", "noted before the keyset was lost");
    addNote(desk, report, text);
    String wrapped =
        "select encode(wrapped, 'hex') from wrapped_key where report_id = ?"
            + " and what = 'notes' and recipient = 'zandvoort'";
    String before = singleValue(wrapped, report);
    rewrap(Opener.read(keys().resolve("private")), "zandvoort");
    assertThat(singleValue(wrapped, report)).isNotEqualTo(before);
    assertThat(desk.get(report.path()).text()).contains(text).doesNotContain(UNREADABLE);
    SuperuserDatabase.change(
        "update wrapped_key set wrapped = set_byte(wrapped, 99, get_byte(wrapped, 99) # 1)"
            + " where report_id = ? and recipient = 'zandvoort'",
        report.id());
    assertThat(desk.get(report.path()).text()).contains(UNREADABLE).doesNotContain(text);
    rewrap(Opener.recovery(keys().resolve("offline/recovery.private.json")), Sealer.RECOVERY);
    assertThat(desk.get(report.path()).text()).contains(text).contains(report.text());
    assertThat(report.audit()).as("no part is unreadable").last().isEqualTo("read done ");
    assertThat(searchFinds(desk, report)).isTrue();
    assertThat(addNote(desk, report, "and after the recovery")).contains("and after the recovery");
    assertThat(keysCreated(report)).isEqualTo(1);
  }

  private static void rewrap(Opener opener, String from) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(Servers.database().jdbcUrl(), "portal_backoffice", "")) {
      new KeyRewrapper(connection, opener, Sealer.read(keys().resolve("public")))
          .rewrap("zandvoort", from);
    }
  }

  private static Path keys() {
    return Servers.folder().resolve("keys");
  }

  private DeskClient desk(String user) {
    return new DeskClient(root.substring(0, root.length() - 1), user);
  }

  /** Adds a note and returns the case file that the officer sees then. */
  private static String addNote(DeskClient officer, SentReport report, String note) {
    return officer.post(report.path(), report.path() + "/notes", "note", note).text();
  }

  private HttpRequest noteRequest(DeskClient officer, SentReport report, String note) {
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
  private boolean searchFinds(DeskClient officer, SentReport report) {
    return officer
        .post("/backoffice/search", "/backoffice/search", "q", '"' + text + '"')
        .text()
        .contains(report.path());
  }

  private static long keysCreated(SentReport report) throws SQLException {
    return report.audit().stream().filter(event -> event.startsWith("notes-sealed done ")).count();
  }

  private static ContentKey key(SentReport report, String keyName)
      throws SQLException, UnsealException {
    String wrapped =
        SuperuserDatabase.values(
                "select encode(wrapped, 'hex') from wrapped_key where report_id = ? and what = ?"
                    + " and recipient = 'zandvoort'",
                report.id(),
                keyName)
            .get(0);
    return Opener.read(keys().resolve("private"))
        .unwrap("zandvoort", keyName, report.id(), bytes(wrapped));
  }

  private static String singleValue(String query, SentReport report) throws SQLException {
    List<String> values = SuperuserDatabase.values(query, report.id());
    assertThat(values).hasSize(1);
    return values.get(0);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
