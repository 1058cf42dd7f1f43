package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.OwnerDatabase;
import nl.uitweg.testsupport.Servers;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Somebody with the whole database and the public keysets seals something else in the place of what
 * came in: it is refused and named, because what came in first is recorded or vouched for.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class ReplacedContentTest {

  private static final String BROKEN = "gaat niet open";
  private static final String LIE = "a lie in its place";
  private static int number;

  @TestHTTPResource("/")
  String root;

  private final Forger forger =
      new Forger(
          Sealer.read(ConfigProvider.getConfig().getValue("portal.keys.directory", Path.class)));
  private SentReport report;
  private DeskClient desk;

  @BeforeEach
  void send() throws Exception {
    number++;
    report = SentReport.send("zandvoort", "the true report " + number);
    report.say("the true message " + number);
    desk = new DeskClient(root.substring(0, root.length() - 1), "zandvoort");
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void refusesReportSealedAnew() throws SQLException {
    assertThat(casefile()).contains(report.words()).doesNotContain(BROKEN);
    forger.report(report.id(), LIE);
    assertThat(casefile())
        .contains(BROKEN)
        .doesNotContain(LIE)
        .contains("the true message " + number);
    assertThat(report.audit())
        .contains("read does-not-open ", "read-part does-not-open report-replaced");
    assertThat(desk.get("/backoffice?view=all").text()).contains(BROKEN).doesNotContain(LIE);
    assertThat(desk.post("/backoffice/search", "/backoffice/search", "q", LIE).text())
        .doesNotContain(report.path());
  }

  @Test
  void firstRecordCountsWhenReportIsIndexedAgain() throws SQLException {
    assertThat(casefile()).contains(report.words());
    forger.report(report.id(), LIE);
    OwnerDatabase.change("delete from handling where report_id = ?", report.id());
    OwnerDatabase.change("insert into report_to_index values (?)", report.id());
    assertThat(casefile()).contains(BROKEN).doesNotContain(LIE);
    assertThat(report.audit()).filteredOn(event -> event.startsWith("received ")).hasSize(1);
  }

  @Test
  void refusesReportThatWasNeverRecorded() throws Exception {
    SentReport hidden = SentReport.send("zandvoort", LIE);
    assertThat(OwnerDatabase.change("delete from report_to_index where report_id = ?", hidden.id()))
        .isOne();
    assertThat(desk.get(hidden.path()).text()).contains(BROKEN).doesNotContain(LIE);
  }

  @Test
  void refusesConversationUnderAnotherKey() throws SQLException {
    assertThat(casefile()).contains("the true message " + number);
    forger.message(report.id(), LIE);
    assertThat(casefile()).contains(BROKEN).contains(report.words()).doesNotContain(LIE);
    assertThat(report.audit()).contains("read-part does-not-open conversation-replaced");
  }

  @Test
  void refusesNotesUnderAnotherKey() throws SQLException {
    desk.post(report.path(), report.path() + "/notes", "note", "the true note " + number);
    assertThat(casefile()).contains("the true note " + number).doesNotContain(BROKEN);
    forger.note(report.id(), LIE);
    assertThat(casefile()).contains(BROKEN).contains(report.words()).doesNotContain(LIE);
    assertThat(report.audit()).contains("read-part does-not-open notes-replaced");
    assertThat(desk.post("/backoffice/search", "/backoffice/search", "q", LIE).text())
        .doesNotContain(report.path());
  }

  @Test
  void refusesNotesThatNobodyWroteAndSealsNothingWithTheirKey() throws SQLException {
    assertThat(casefile()).doesNotContain(BROKEN);
    forger.note(report.id(), LIE);
    assertThat(casefile()).contains(BROKEN).contains(report.words()).doesNotContain(LIE);
    assertThat(report.audit()).contains("read-part does-not-open notes-replaced");
    assertThat(
            desk.post(report.path(), report.path() + "/notes", "note", "not for the forger").text())
        .contains("not for the forger")
        .contains(BROKEN);
    assertThat(report.audit()).contains("note refused ").doesNotContain("note done ");
    assertThat(OwnerDatabase.values("select count(*) from note where report_id = ?", report.id()))
        .containsExactly("1");
  }

  @Test
  void refusesFileThatNobodyVouchesFor() throws SQLException {
    assertThat(casefile()).doesNotContain(BROKEN);
    forger.file(report.id(), LIE);
    assertThat(casefile()).contains(BROKEN).contains(report.words()).doesNotContain(LIE);
    assertThat(report.audit())
        .anyMatch(event -> event.startsWith("read-part does-not-open attachment/"));
  }

  @Test
  void refusesHandOverThatNobodyMade() throws SQLException {
    UUID forged = forger.referral(report.id(), LIE);
    try (DeskClient care = new DeskClient(root.substring(0, root.length() - 1), "care")) {
      assertThat(care.get("/backoffice/referrals").text())
          .contains(BROKEN)
          .doesNotContain("forged");
      assertThat(care.get("/backoffice/referrals/" + forged).text()).doesNotContain(LIE);
      assertThat(casefile()).contains("Deze overdracht " + BROKEN).doesNotContain(LIE);
    } finally {
      OwnerDatabase.change("delete from referral where id = ?", forged);
    }
  }

  @Test
  void recordCarriesDayOfReportAndNotTheTime() throws SQLException {
    casefile();
    List<String> moments =
        OwnerDatabase.values(
            "select to_char(e.at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI:SS.US')"
                + " = s.received_on || ' 00:00:00.000000' from audit_event e join report s"
                + " on e.object = 'report/' || s.id where e.action = 'received' and s.id = ?",
            report.id());
    assertThat(moments).containsExactly("t");
  }

  private String casefile() {
    return desk.get(report.path()).text();
  }
}
