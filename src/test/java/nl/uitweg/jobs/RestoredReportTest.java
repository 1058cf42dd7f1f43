package nl.uitweg.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.RequestOptions;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.uitweg.testsupport.AuditRows;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that a purged report stays unreadable after its rows are restored from a copy. */
@ServerTest
class RestoredReportTest {

  private static final String PURGED_NOTICE = "Deze melding is na de bewaartermijn verwijderd";
  private static final String TEXT = "words that were promised to be gone";

  @TestHTTPResource("/")
  String root;

  @Inject PurgeJob purge;

  private SentReport report;
  private DeskClient desk;

  @BeforeEach
  void purgeAndRestore() throws SQLException {
    report = SentReport.send("ankerdaal", TEXT, "unknown");
    desk = new DeskClient(root.substring(0, root.length() - 1), "ankerdaal");
    String path = report.path();
    assertThat(desk.get(path).text()).contains(TEXT);
    desk.post(path, path + "/notes", "note", "a note that must go too");
    desk.post(
        path,
        path + "/translations",
        "part",
        "what",
        "translation",
        "a translation that must go too");
    desk.post(path, path + "/messages", "message", "a question that must go too");
    execute(
        "update report set state = 'CLOSED', closed_on = current_date - 400 where id = '"
            + report.id()
            + "'");
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put("report", "id");
    for (String table :
        new String[] {
          "wrapped_key", "receipt", "note", "message", "translation", "handling", "facet"
        }) {
      tables.put(table, "report_id");
    }
    for (Map.Entry<String, String> table : tables.entrySet()) {
      execute(
          "create table copy_of_%1$s as select * from %1$s where %2$s = '%3$s'"
              .formatted(table.getKey(), table.getValue(), report.id()));
    }
    assertThat(purge.run()).isEqualTo(1);
    assertThat(desk.get(path).status()).isEqualTo(404);
    for (String table : tables.keySet()) {
      // Without triggers, like a restore.
      execute(
          "set session_replication_role = replica;"
              + " insert into %1$s select * from copy_of_%1$s; drop table copy_of_%1$s"
                  .formatted(table));
    }
  }

  @AfterEach
  void cleanUp() throws SQLException {
    desk.close();
    execute("delete from report where id = '" + report.id() + "'");
  }

  @Test
  void caseFileShowsNoticeAndNoContent() {
    String page = desk.get(report.path()).text();
    assertThat(page)
        .contains(PURGED_NOTICE)
        .doesNotContain(TEXT)
        .doesNotContain("must go too")
        .doesNotContain("gewijzigd of vervangen");
    assertThat(AuditRows.about(report.object()))
        .contains(
            "ankerdaal read undecryptable", "ankerdaal read-part undecryptable report-purged");
  }

  @Test
  void caseFileShowsNoticeInEnglish() {
    RequestOptions english = RequestOptions.create().setHeader("Accept-Language", "en");
    String address = root + report.path().substring(1);
    assertThat(desk.context().request().get(address, english).text())
        .contains("This report was deleted after its retention period")
        .doesNotContain(TEXT);
  }

  @Test
  void listsShowNoticeOrOmitReport() {
    assertThat(desk.get("/backoffice?view=all").text())
        .contains(PURGED_NOTICE)
        .doesNotContain(TEXT);
    assertThat(desk.get("/backoffice/lookalikes?like=" + report.id()).text())
        .contains(PURGED_NOTICE)
        .doesNotContain(TEXT);
    assertThat(desk.post("/backoffice/search", "/backoffice/search", "q", "promised").text())
        .doesNotContain(report.path());
  }

  @Test
  void rejectsNotesMessagesAndReferrals() {
    String token = desk.token("/backoffice/search");
    assertThat(desk.postWith(token, report.path() + "/notes", "note", "one more").text())
        .contains(PURGED_NOTICE);
    assertThat(desk.postWith(token, report.path() + "/messages", "message", "one more").text())
        .contains(PURGED_NOTICE);
    assertThat(desk.get(report.path() + "/referral").status()).isEqualTo(404);
    assertThat(AuditRows.about(report.object()))
        .contains("ankerdaal note refused", "ankerdaal message refused");
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
