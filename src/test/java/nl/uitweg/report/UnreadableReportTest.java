package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.OwnerDatabase;
import nl.uitweg.testsupport.Servers;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who took over the public process sends reports that are sealed well and make no sense: the desk
 * shows them as they are, and all others too.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class UnreadableReportTest {

  @TestHTTPResource("/")
  String root;

  private final Forger forger =
      new Forger(
          Sealer.read(ConfigProvider.getConfig().getValue("portal.keys.directory", Path.class)));
  private DeskClient desk;

  @BeforeEach
  void enter() {
    desk = new DeskClient(root.substring(0, root.length() - 1), "zandvoort");
  }

  @AfterEach
  void leave() {
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
  void inbox_and_case_file_answer_and_the_others_are_there(String json) throws Exception {
    SentReport odd = SentReport.send("zandvoort", "the odd one");
    SentReport other = SentReport.send("zandvoort", "a report like any other");
    forger.sealed(odd.id(), json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    for (String page : new String[] {"/backoffice", "/backoffice?view=all", odd.path()}) {
      assertThat(desk.get(page).status()).as(page).isEqualTo(200);
    }
    assertThat(desk.get("/backoffice?view=all").text()).contains("a report like any other");
    assertThat(desk.get(other.path()).text()).contains("a report like any other");
    assertThat(desk.post("/backoffice/search", "/backoffice/search", "q", "any other").text())
        .contains(other.path());
    assertThat(waiting()).isZero();
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
  void conversation_with_an_odd_message_is_shown(String json) throws Exception {
    SentReport report = SentReport.send("zandvoort", "the one with an odd message");
    assertThat(desk.get(report.path()).text()).contains("the one with an odd message");
    forger.message(report.id(), json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    for (String page : new String[] {"/backoffice?view=all", report.path()}) {
      assertThat(desk.get(page).status()).as(page).isEqualTo(200);
    }
    assertThat(desk.get(report.path()).text()).contains("the one with an odd message");
  }

  /** Everything was indexed once, so that nothing holds up what comes after. */
  @Test
  void indexing_ends() throws Exception {
    SentReport odd = SentReport.send("zandvoort", "the odd one");
    forger.sealed(odd.id(), "null".getBytes(StandardCharsets.UTF_8));
    assertThat(desk.get("/backoffice").status()).isEqualTo(200);
    assertThat(waiting()).isZero();
  }

  private static int waiting() throws SQLException {
    return Integer.parseInt(
        OwnerDatabase.values("select count(*)::text from report_to_index").get(0));
  }
}
