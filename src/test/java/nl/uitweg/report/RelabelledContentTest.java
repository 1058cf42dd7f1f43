package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.sql.SQLException;
import java.util.List;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests that the desk rejects content whose plaintext columns were altered by an attacker with
 * write access to the database: author or position of a message, municipality or day of a report.
 * The rejection is recorded in the audit trail.
 */
@ServerTest
class RelabelledContentTest {

  private static final String UNREADABLE = "kan niet worden geopend";
  private static int number;

  @TestHTTPResource("/")
  String root;

  private ReportWithPhoto report;
  private String message;
  private DeskClient desk;

  @BeforeEach
  void sendReportAndOpenDesk() throws Exception {
    number++;
    report = ReportWithPhoto.send("zilvervoort", "relabelled report " + number);
    message = "relabelled message " + number;
    report.sendMessage(message);
    desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort");
    assertThat(caseFile()).contains(report.text()).contains(message).doesNotContain(UNREADABLE);
  }

  @AfterEach
  void closeDesk() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "message of the reporter as one of the officer; from_officer = true",
        "other position in the conversation; position = position + 3",
        "other message id; id = gen_random_uuid()"
      })
  void rejectsMessageWithAlteredColumns(String name, String change) throws SQLException {
    assertThat(
            SuperuserDatabase.change(
                "update message set " + change + " where report_id = ?", report.id()))
        .isOne();
    assertThat(caseFile())
        .as(name)
        .contains(UNREADABLE)
        .contains(report.text())
        .doesNotContain(message);
    assertThat(report.audit()).contains("read-part undecryptable message");
    assertThat(report.conversation()).contains("cannot be opened").doesNotContain(message);
  }

  @Test
  void rejectsOfficerMessageRelabelledAsReporterMessage() throws SQLException {
    desk.post(report.path(), report.path() + "/messages", "message", "asked by the officer");
    assertThat(caseFile()).contains("asked by the officer");
    SuperuserDatabase.change(
        "update message set from_officer = false where report_id = ? and from_officer",
        report.id());
    assertThat(caseFile())
        .contains(UNREADABLE)
        .contains(message)
        .doesNotContain("asked by the officer");
    assertThat(report.conversation()).doesNotContain("asked by the officer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "not taken by a municipality; municipality = null",
        "sent to all; addressed_to = null",
        "other day of receipt; received_on = received_on - 30",
        "other form of exploitation; forms = '{sexual}'"
      })
  void rejectsReportWithAlteredColumns(String name, String change) throws SQLException {
    assertThat(
            SuperuserDatabase.change("update report set " + change + " where id = ?", report.id()))
        .isOne();
    assertThat(caseFile()).as(name).contains(UNREADABLE).doesNotContain(report.text());
    assertThat(report.audit())
        .anyMatch(event -> event.startsWith("read-part undecryptable report"));
  }

  @Test
  void otherMunicipalityCannotTakeReport() throws SQLException {
    SuperuserDatabase.change("update report set municipality = null where id = ?", report.id());
    String keys = "select recipient || what from wrapped_key where report_id = ? order by 1";
    List<String> before = SuperuserDatabase.values(keys, report.id());
    try (DeskClient lindestede =
        new DeskClient(root.substring(0, root.length() - 1), "lindestede")) {
      String path = report.path();
      String token = lindestede.token("/backoffice/search");
      assertThat(lindestede.postWith(token, path + "/take", "municipality", "lindestede").status())
          .isEqualTo(409);
      lindestede.postWith(
          token, "/backoffice/lookalikes", "ids", report.id().toString(), "to", "spam");
    }
    assertThat(SuperuserDatabase.values(keys, report.id())).isEqualTo(before);
    assertThat(
            SuperuserDatabase.values("select municipality from report where id = ?", report.id()))
        .containsExactly((String) null);
  }

  @Test
  void rejectsReorderedNotes() throws SQLException {
    for (String note : new String[] {"first I rang", "then I went there"}) {
      desk.post(report.path(), report.path() + "/notes", "note", note);
    }
    assertThat(caseFile()).contains("first I rang").doesNotContain(UNREADABLE);
    SuperuserDatabase.change(
        "update note set position = position + 10 where report_id = ?", report.id());
    SuperuserDatabase.change(
        "update note set position = 13 - position where report_id = ?", report.id());
    assertThat(caseFile())
        .contains(UNREADABLE)
        .doesNotContain("first I rang")
        .doesNotContain("then I went there")
        .contains(report.text());
    assertThat(report.audit()).contains("read-part undecryptable note");
  }

  @Test
  void rejectsVoucherOfAnotherReport() throws Exception {
    ReportWithPhoto other = ReportWithPhoto.send("zilvervoort", "relabelled other " + number);
    SuperuserDatabase.change(
        "update attachment a set voucher = o.voucher from attachment o"
            + " where a.report_id = ? and o.report_id = ?",
        report.id(),
        other.id());
    assertThat(caseFile()).contains(UNREADABLE).contains(report.text());
  }

  private String caseFile() {
    return desk.get(report.path()).text();
  }
}
