package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that the desk rejects content that was replaced by an attacker with write access to the
 * database and the public keysets. The audit trail contains a fingerprint of the original content,
 * and files have a voucher.
 */
@ServerTest
class ReplacedContentTest {

  private static final String UNREADABLE = "kan niet worden geopend";
  private static final String FORGED_TEXT = "a lie in its place";
  private static int number;

  @TestHTTPResource("/")
  String root;

  private final ContentForger forger =
      new ContentForger(
          Sealer.read(ConfigProvider.getConfig().getValue("portal.keys.directory", Path.class)));
  private ReportWithPhoto report;
  private DeskClient desk;

  @BeforeEach
  void sendReportAndOpenDesk() throws Exception {
    number++;
    report = ReportWithPhoto.send("zilvervoort", "the true report " + number);
    report.sendMessage("the true message " + number);
    desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort");
  }

  @AfterEach
  void closeDesk() {
    desk.close();
  }

  @Test
  void rejectsReplacedReport() throws SQLException {
    assertThat(caseFile()).contains(report.text()).doesNotContain(UNREADABLE);
    forger.replaceReport(report.id(), FORGED_TEXT);
    assertThat(caseFile())
        .contains(UNREADABLE)
        .doesNotContain(FORGED_TEXT)
        .contains("the true message " + number);
    assertThat(report.audit())
        .contains("read undecryptable ", "read-part undecryptable report-replaced");
    assertThat(desk.get("/backoffice?view=all").text())
        .contains(UNREADABLE)
        .doesNotContain(FORGED_TEXT);
    assertThat(desk.post("/backoffice/search", "/backoffice/search", "q", FORGED_TEXT).text())
        .doesNotContain(report.path());
  }

  @Test
  void keepsFirstFingerprintWhenReportIsIndexedAgain() throws SQLException {
    assertThat(caseFile()).contains(report.text());
    forger.replaceReport(report.id(), FORGED_TEXT);
    SuperuserDatabase.change("delete from handling where report_id = ?", report.id());
    SuperuserDatabase.change("insert into report_to_index values (?)", report.id());
    assertThat(caseFile()).contains(UNREADABLE).doesNotContain(FORGED_TEXT);
    assertThat(report.audit()).filteredOn(event -> event.startsWith("received ")).hasSize(1);
  }

  @Test
  void rejectsReportWithoutRecordedFingerprint() throws Exception {
    ReportWithPhoto hidden = ReportWithPhoto.send("zilvervoort", FORGED_TEXT);
    assertThat(
            SuperuserDatabase.change(
                "delete from report_to_index where report_id = ?", hidden.id()))
        .isOne();
    assertThat(desk.get(hidden.path()).text()).contains(UNREADABLE).doesNotContain(FORGED_TEXT);
  }

  @Test
  void rejectsConversationWithReplacedKey() throws SQLException {
    assertThat(caseFile()).contains("the true message " + number);
    forger.addMessage(report.id(), FORGED_TEXT);
    assertThat(caseFile()).contains(UNREADABLE).contains(report.text()).doesNotContain(FORGED_TEXT);
    assertThat(report.audit()).contains("read-part undecryptable conversation-replaced");
  }

  @Test
  void rejectsNotesWithReplacedKey() throws SQLException {
    desk.post(report.path(), report.path() + "/notes", "note", "the true note " + number);
    assertThat(caseFile()).contains("the true note " + number).doesNotContain(UNREADABLE);
    forger.addNote(report.id(), FORGED_TEXT);
    assertThat(caseFile()).contains(UNREADABLE).contains(report.text()).doesNotContain(FORGED_TEXT);
    assertThat(report.audit()).contains("read-part undecryptable notes-replaced");
    assertThat(desk.post("/backoffice/search", "/backoffice/search", "q", FORGED_TEXT).text())
        .doesNotContain(report.path());
  }

  @Test
  void rejectsForgedNoteAndSealsNothingWithItsKey() throws SQLException {
    assertThat(caseFile()).doesNotContain(UNREADABLE);
    forger.addNote(report.id(), FORGED_TEXT);
    assertThat(caseFile()).contains(UNREADABLE).contains(report.text()).doesNotContain(FORGED_TEXT);
    assertThat(report.audit()).contains("read-part undecryptable notes-replaced");
    assertThat(
            desk.post(report.path(), report.path() + "/notes", "note", "not for the forger").text())
        .contains("not for the forger")
        .contains(UNREADABLE);
    assertThat(report.audit()).contains("note refused ").doesNotContain("note done ");
    assertThat(
            SuperuserDatabase.values("select count(*) from note where report_id = ?", report.id()))
        .containsExactly("1");
  }

  @Test
  void rejectsFileWithoutValidVoucher() throws SQLException {
    assertThat(caseFile()).doesNotContain(UNREADABLE);
    forger.addFile(report.id(), FORGED_TEXT);
    assertThat(caseFile()).contains(UNREADABLE).contains(report.text()).doesNotContain(FORGED_TEXT);
    assertThat(report.audit())
        .anyMatch(event -> event.startsWith("read-part undecryptable attachment/"));
  }

  @Test
  void rejectsForgedReferral() throws SQLException {
    UUID forged = forger.addReferral(report.id(), FORGED_TEXT);
    try (DeskClient care = new DeskClient(root.substring(0, root.length() - 1), "care")) {
      assertThat(care.get("/backoffice/referrals").text())
          .contains(UNREADABLE)
          .doesNotContain("forged");
      assertThat(care.get("/backoffice/referrals/" + forged).text()).doesNotContain(FORGED_TEXT);
      assertThat(caseFile()).contains("Deze overdracht " + UNREADABLE).doesNotContain(FORGED_TEXT);
    } finally {
      SuperuserDatabase.change("delete from referral where id = ?", forged);
    }
  }

  @Test
  void recordsDayButNotTimeOfReceipt() throws SQLException {
    caseFile();
    List<String> moments =
        SuperuserDatabase.values(
            "select to_char(e.at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI:SS.US')"
                + " = s.received_on || ' 00:00:00.000000' from audit_event e join report s"
                + " on e.object = 'report/' || s.id where e.action = 'received' and s.id = ?",
            report.id());
    assertThat(moments).containsExactly("t");
  }

  private String caseFile() {
    return desk.get(report.path()).text();
  }
}
