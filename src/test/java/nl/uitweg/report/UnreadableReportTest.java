package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests reports with invalid content that an attacker who controls the public tier has sealed
 * correctly. The desk shows them as unreadable and keeps working for all other reports.
 */
@ServerTest
class UnreadableReportTest {

  @TestHTTPResource("/")
  String root;

  private final ContentForger forger =
      new ContentForger(
          Sealer.read(ConfigProvider.getConfig().getValue("portal.keys.directory", Path.class)));
  private DeskClient desk;

  @BeforeEach
  void openDesk() {
    desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort");
  }

  @AfterEach
  void closeDesk() {
    desk.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{}",
        "not JSON",
        "{'language':null,'sentAt':'2026-01-01T10:00:00Z','choices':{},'texts':{},'doubts':[]}",
        "{'language':'nl','sentAt':null,'choices':{},'texts':{},'doubts':[]}",
        "{'language':'nl','sentAt':'2026-01-01T10:00:00Z','choices':null,'texts':{},'doubts':[]}",
        "{'language':'nl','sentAt':'2026-01-01T10:00:00Z','choices':{'FORMS':[null]},'texts':{}}",
        "{'language':'nl','sentAt':'2026-01-01T10:00:00Z','choices':{},'texts':{'WHAT':null}}",
        "{'language':'xx','sentAt':'2026-01-01T10:00:00Z','choices':{},'texts':{}}",
        "{'language':'../nl','sentAt':'+1000000000-12-31T23:59:59Z','choices':{},'texts':{}}",
        "{'language':'nl','sentAt':'2026-01-01T10:00:00Z','choices':{'FORMS':['no-such'],"
            + "'INDICATORS':['no.such'],'MUNICIPALITY':['no-such'],'CONTACT':['no-such'],"
            + "'ROLE':['no-such'],'REPLY_LANGUAGE':['xx']},'texts':{},'doubts':['no-such']}",
        "{'language':'nl','sentAt':'2026-01-01T10:00:00Z','choices':{'FORMS':[],'CONTACT':[]},"
            + "'texts':{'WHAT':''},'doubts':[]}"
      })
  void showsOtherReportsNextToInvalidContent(String json) throws Exception {
    ReportWithPhoto invalid = ReportWithPhoto.send("zilvervoort", "the invalid one");
    ReportWithPhoto other = ReportWithPhoto.send("zilvervoort", "a report like any other");
    forger.replaceContent(invalid.id(), json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    for (String page : new String[] {"/backoffice", "/backoffice?view=all", invalid.path()}) {
      assertThat(desk.get(page).status()).as(page).isEqualTo(200);
    }
    assertThat(desk.get("/backoffice?view=all").text()).contains("a report like any other");
    assertThat(desk.get(other.path()).text()).contains("a report like any other");
    assertThat(desk.post("/backoffice/search", "/backoffice/search", "q", "any other").text())
        .contains(other.path());
    assertThat(pendingReports()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "{'at':'+1000000000-12-31T23:59:59Z','text':'far away'}",
        "{'at':'2026-01-01T10:00:00Z','text':null}",
        "{'at':'2026-01-01T10:00:00Z','text':'','typed':'x','language':'xx','files':-1,"
            + "'phrases':['no-such',null],'answers':{'no-such':null}}"
      })
  void showsCaseFileWithInvalidMessage(String json) throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "the one with an invalid message");
    assertThat(desk.get(report.path()).text()).contains("the one with an invalid message");
    forger.addMessage(report.id(), json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    for (String page : new String[] {"/backoffice?view=all", report.path()}) {
      assertThat(desk.get(page).status()).as(page).isEqualTo(200);
    }
    assertThat(desk.get(report.path()).text()).contains("the one with an invalid message");
  }

  /** An unreadable report is indexed once and does not stay pending. */
  @Test
  void indexesUnreadableReportOnce() throws Exception {
    ReportWithPhoto invalid = ReportWithPhoto.send("zilvervoort", "the invalid one");
    forger.replaceContent(invalid.id(), "null".getBytes(StandardCharsets.UTF_8));
    assertThat(desk.get("/backoffice").status()).isEqualTo(200);
    assertThat(pendingReports()).isZero();
  }

  /** Without a limit, looking up the names of all these languages would take a minute. */
  @Test
  void showsReportWithTooManyOptionsAsUnreadable() throws Exception {
    ReportWithPhoto invalid = ReportWithPhoto.send("zilvervoort", "the one with too many options");
    String options =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "\"x" + i + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    forger.replaceContent(
        invalid.id(),
        ("{\"language\":\"nl\",\"sentAt\":\"2026-01-01T10:00:00Z\",\"choices\":{\"REPLY_LANGUAGE\":"
                + options
                + "},\"texts\":{},\"doubts\":[]}")
            .getBytes(StandardCharsets.UTF_8));
    assertThat(desk.get("/backoffice?view=all").status()).isEqualTo(200);
    assertThat(desk.get(invalid.path()).text()).contains("kan niet worden geopend");
  }

  private static int pendingReports() throws SQLException {
    return Integer.parseInt(
        SuperuserDatabase.values("select count(*)::text from report_to_index").get(0));
  }
}
