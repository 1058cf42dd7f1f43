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
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.OwnerDatabase;
import nl.uitweg.testsupport.Patience;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Officers' notes have a key that the public tier never had, for whoever has the report. Altered
 * and replaced keys are in TamperTest and {@link ReplacedContentTest}.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class NotesKeyTest {

  private static final String BROKEN = "gaat niet open";
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
  void enter() {
    number++;
    text = "for officers only " + number;
    desk = desk("zandvoort");
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void keysOfReportConversationAndFileOpenNoNote() throws Exception {
    SentReport report = SentReport.send("zandvoort", "keys that the public tier had");
    assertThat(write(desk, report, text)).contains(text);
    String note = only("select id from note where report_id = ?", report);
    AssociatedData as =
        new ReportOrigin(report.id(), Optional.of("zandvoort")).note(UUID.fromString(note), 1);
    byte[] sealed =
        bytes(only("select encode(sealed, 'hex') from note where report_id = ?", report));
    List<String> known =
        OwnerDatabase.values(
            "select distinct what from wrapped_key where report_id = ? and what <> 'notes'",
            report.id());
    assertThat(known).hasSize(3);
    for (String what : known) {
      ContentKey key = key(report, what);
      assertThatThrownBy(() -> key.open(as, sealed)).as(what).isInstanceOf(UnsealException.class);
    }
    assertThat(new String(key(report, WrappedKey.NOTES).open(as, sealed), StandardCharsets.UTF_8))
        .contains(text);
  }

  /** Whoever took over the public process sets for its login what they like. */
  @ParameterizedTest
  @ValueSource(strings = {"portal_public", "portal_all"})
  void publicLoginNeitherAddsNorSeesKeyOfNotes(String user) throws Exception {
    SentReport before = SentReport.send("zandvoort", "without notes");
    SentReport after = SentReport.send("zandvoort", "with a note");
    write(desk, after, text);
    try (Connection login = DriverManager.getConnection(Servers.database().jdbcUrl(), user, "");
        Statement statement = login.createStatement()) {
      statement.execute("set role portal_public");
      for (SentReport report : List.of(before, after)) {
        String lookup =
            only("select encode(lookup_id, 'hex') from receipt where report_id = ?", report);
        for (String setting : List.of("portal.report," + report.id(), "portal.lookup," + lookup)) {
          statement.execute(
              "select set_config('portal.report', '', false),"
                  + " set_config('portal.lookup', '', false),"
                  + " set_config('%s', '%s', false)".formatted((Object[]) setting.split(",", 2)));
          for (String what : List.of("notes", "note", "")) {
            assertThatThrownBy(
                    () ->
                        statement.execute(
                            "insert into wrapped_key (report_id, what, recipient, wrapped)"
                                + " values ('%s', '%s', 'zandvoort', '\\x02')"
                                    .formatted(report.id(), what)))
                .as(setting + " " + what)
                .isInstanceOfSatisfying(
                    SQLException.class,
                    refused -> assertThat(refused.getSQLState()).isEqualTo(NOT_ALLOWED));
          }
          try (var rows =
              statement.executeQuery(
                  "select count(*) filter (where what = 'notes'),"
                      + " count(*) filter (where what = 'report') from wrapped_key")) {
            rows.next();
            assertThat(rows.getInt(1)).as(setting).isZero();
            assertThat(rows.getInt(2)).as(setting).isEqualTo(2);
          }
        }
      }
    }
  }

  @Test
  void noteOnReportForAllIsSealedForAllUntilOneTakesIt() throws Exception {
    SentReport report = SentReport.send("dont-know", "noted before it was taken");
    OwnerDatabase.change(
        "insert into wrapped_key (report_id, what, recipient, wrapped)"
            + " values (?, 'report', 'nowhere', '\\x02'), (?, 'report', 'care', '\\x02')",
        report.id(),
        report.id());
    assertThat(write(desk, report, text)).contains(text);
    assertThat(OwnerDatabase.values(RECIPIENTS, report.id()))
        .containsExactly("bloemendaal", "heemstede", "recovery", "zandvoort");
    try (DeskClient heemstede = desk("heemstede")) {
      assertThat(heemstede.get(report.path()).text()).contains(text).doesNotContain(BROKEN);
      assertThat(found(heemstede, report)).isTrue();
      assertThat(write(heemstede, report, "and from Heemstede")).contains("and from Heemstede");
    }
    desk.post(report.path(), report.path() + "/take", "municipality", "zandvoort");
    assertThat(OwnerDatabase.values(RECIPIENTS, report.id()))
        .containsExactly("recovery", "zandvoort");
    write(desk, report, "and after it was taken");
    assertThat(desk.get(report.path()).text())
        .contains(text)
        .contains("and from Heemstede")
        .contains("and after it was taken")
        .doesNotContain(BROKEN);
    assertThat(found(desk, report)).isTrue();
    assertThat(keysMade(report)).isEqualTo(1);
  }

  @Test
  void firstNotesAtTheSameMomentGetOneKey() throws Exception {
    SentReport report = SentReport.send("zandvoort", "noted by two at once");
    try (DeskClient second = desk("officer");
        Connection owner =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = owner.createStatement()) {
      List<HttpRequest> notes =
          List.of(press(desk, report, "from the first"), press(second, report, "from the second"));
      owner.setAutoCommit(false);
      statement.execute("select from report where id = '" + report.id() + "' for update");
      List<CompletableFuture<HttpResponse<String>>> answers =
          notes.stream()
              .map(note -> HTTP.sendAsync(note, HttpResponse.BodyHandlers.ofString()))
              .toList();
      Patience.await("both wait for the report")
          .until(
              () ->
                  OwnerDatabase.values(
                          "select pid from pg_stat_activity where datname = current_database()"
                              + " and wait_event_type = 'Lock'")
                      .size(),
              waiting -> waiting == 2);
      owner.rollback();
      assertThat(answers.stream().map(answer -> answer.join().statusCode()))
          .containsExactly(303, 303);
    }
    assertThat(desk.get(report.path()).text())
        .contains("from the first")
        .contains("from the second")
        .doesNotContain(BROKEN);
    assertThat(OwnerDatabase.values(RECIPIENTS, report.id()))
        .containsExactly("recovery", "zandvoort");
    assertThat(keysMade(report)).isEqualTo(1);
  }

  @Test
  void notesOpenAfterRewrappingAndAfterRecovery() throws Exception {
    SentReport report = SentReport.send("zandvoort", "noted before the keyset was lost");
    write(desk, report, text);
    String wrapped =
        "select encode(wrapped, 'hex') from wrapped_key where report_id = ?"
            + " and what = 'notes' and recipient = 'zandvoort'";
    String before = only(wrapped, report);
    rewrap(Opener.read(keys().resolve("private")), "zandvoort");
    assertThat(only(wrapped, report)).isNotEqualTo(before);
    assertThat(desk.get(report.path()).text()).contains(text).doesNotContain(BROKEN);
    OwnerDatabase.change(
        "update wrapped_key set wrapped = set_byte(wrapped, 99, get_byte(wrapped, 99) # 1)"
            + " where report_id = ? and recipient = 'zandvoort'",
        report.id());
    assertThat(desk.get(report.path()).text()).contains(BROKEN).doesNotContain(text);
    rewrap(Opener.recovery(keys().resolve("offline/recovery.private.json")), Sealer.RECOVERY);
    assertThat(desk.get(report.path()).text()).contains(text).contains(report.words());
    assertThat(report.audit()).as("every part opens").last().isEqualTo("read done ");
    assertThat(found(desk, report)).isTrue();
    assertThat(write(desk, report, "and after the recovery")).contains("and after the recovery");
    assertThat(keysMade(report)).isEqualTo(1);
  }

  private static void rewrap(Opener opener, String from) throws SQLException {
    try (Connection login =
        DriverManager.getConnection(Servers.database().jdbcUrl(), "portal_backoffice", "")) {
      new KeyRewrapping(login, opener, Sealer.read(keys().resolve("public")))
          .rewrap("zandvoort", from);
    }
  }

  private static Path keys() {
    return Servers.folder().resolve("keys");
  }

  private DeskClient desk(String user) {
    return new DeskClient(root.substring(0, root.length() - 1), user);
  }

  /** The case file after it. */
  private static String write(DeskClient officer, SentReport report, String note) {
    return officer.post(report.path(), report.path() + "/notes", "note", note).text();
  }

  private HttpRequest press(DeskClient officer, SentReport report, String note) {
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

  /** Whether a search for the words of the note finds the report. */
  private boolean found(DeskClient officer, SentReport report) {
    return officer
        .post("/backoffice/search", "/backoffice/search", "q", '"' + text + '"')
        .text()
        .contains(report.path());
  }

  private static long keysMade(SentReport report) throws SQLException {
    return report.audit().stream().filter(event -> event.startsWith("notes-sealed done ")).count();
  }

  private static ContentKey key(SentReport report, String what)
      throws SQLException, UnsealException {
    String wrapped =
        OwnerDatabase.values(
                "select encode(wrapped, 'hex') from wrapped_key where report_id = ? and what = ?"
                    + " and recipient = 'zandvoort'",
                report.id(),
                what)
            .get(0);
    return Opener.read(keys().resolve("private"))
        .unwrap("zandvoort", what, report.id(), bytes(wrapped));
  }

  private static String only(String query, SentReport report) throws SQLException {
    List<String> values = OwnerDatabase.values(query, report.id());
    assertThat(values).hasSize(1);
    return values.get(0);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
