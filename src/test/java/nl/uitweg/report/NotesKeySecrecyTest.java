package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.platform.sealing.AssociatedData;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.sealed.KeyName;
import nl.uitweg.report.sealed.ReportOrigin;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that the notes of officers are sealed with a key that the public tier never has. {@link
 * NotesKeyTest} tests for whom the key is wrapped.
 */
@ServerTest
class NotesKeySecrecyTest {

  private static final String NOT_ALLOWED = "42501"; // SQLSTATE insufficient_privilege
  private static final String NOTE = "for officers only";

  @TestHTTPResource("/")
  String root;

  private DeskClient desk;

  @BeforeEach
  void openDesk() {
    desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort");
  }

  @AfterEach
  void closeDesk() {
    desk.close();
  }

  @Test
  void rejectsKeysOfReportConversationAndFileForNotes() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "keys that the public tier had");
    assertThat(addNote(report)).contains(NOTE);
    String note = singleValue("select id from note where report_id = ?", report);
    AssociatedData associatedData =
        new ReportOrigin(report.id(), Optional.of("zilvervoort")).note(UUID.fromString(note), 1);
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
                key(report, KeyName.NOTES).open(associatedData, sealed), StandardCharsets.UTF_8))
        .contains(NOTE);
  }

  /** An attacker in the public process can set any setting of its transactions. */
  @ParameterizedTest
  @ValueSource(strings = {"portal_public", "portal_all"})
  void deniesNotesKeyToPublicLogin(String user) throws Exception {
    ReportWithPhoto before = ReportWithPhoto.send("zilvervoort", "without notes");
    ReportWithPhoto after = ReportWithPhoto.send("zilvervoort", "with a note");
    addNote(after);
    try (Connection connection =
            DriverManager.getConnection(Servers.database().jdbcUrl(), user, "");
        Statement statement = connection.createStatement()) {
      statement.execute("set role portal_public");
      for (ReportWithPhoto report : List.of(before, after)) {
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
                                + " values ('%s', '%s', 'zilvervoort', '\\x02', 50)"
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

  /** Adds a note and returns the case file that the officer then sees. */
  private String addNote(ReportWithPhoto report) {
    return desk.post(report.path(), report.path() + "/notes", "note", NOTE).text();
  }

  private static ContentKey key(ReportWithPhoto report, String keyName)
      throws SQLException, UnsealException {
    String wrapped =
        SuperuserDatabase.values(
                "select encode(wrapped, 'hex') from wrapped_key where report_id = ? and what = ?"
                    + " and recipient = 'zilvervoort'",
                report.id(),
                keyName)
            .get(0);
    return Opener.read(Servers.folder().resolve("keys/private"))
        .unwrap("zilvervoort", keyName, report.id(), bytes(wrapped));
  }

  private static String singleValue(String query, ReportWithPhoto report) throws SQLException {
    List<String> values = SuperuserDatabase.values(query, report.id());
    assertThat(values).hasSize(1);
    return values.get(0);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
