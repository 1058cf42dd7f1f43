package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.report.content.MessageContent;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.indexing.ReportIndexer;
import nl.uitweg.report.sealed.MessagePlaintext;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests that a report that cannot be indexed blocks neither the pages of officers nor the indexing
 * of other reports.
 */
@ServerTest
class IndexingTest {

  private static final int MAX_ANSWER_BYTES = 255_000; // the database accepts 256 KiB, sealed

  @TestHTTPResource("/")
  String root;

  @Inject ReportIndexer indexer;

  private final Path keys =
      ConfigProvider.getConfig().getValue("portal.keys.directory", Path.class);
  private DeskClient desk;

  @BeforeEach
  void openDesk() {
    desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort");
  }

  @AfterEach
  void closeDesk() throws SQLException {
    desk.close();
    SuperuserDatabase.change("delete from report");
  }

  @ParameterizedTest
  @CsvSource({
    "'1234AB.'",
    "'1234AB,                '",
    "'\u0301'",
    "'\u0301\u0316'",
    "'061234567 '"
  })
  void indexesReportOfMaximumSize(String unit) throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "the one that becomes too long");
    int bytes = unit.getBytes(StandardCharsets.UTF_8).length;
    new ContentForger(Sealer.read(keys))
        .replaceReport(report.id(), unit.repeat(MAX_ANSWER_BYTES / bytes));
    assertThat(desk.get("/backoffice").status()).isEqualTo(200);
    assertThat(pendingReports()).isEmpty();
    assertThat(
            SuperuserDatabase.values("select count(*) from facet where report_id = ?", report.id()))
        .as("consent, role and language")
        .containsExactly("3");
    assertThat(report.audit()).anyMatch(event -> event.startsWith("received done "));
  }

  /**
   * A message that is not indexed yet is locked, because an open transaction deletes it. Another
   * message of the same report is indexed without waiting for that transaction.
   */
  @Test
  void indexesOtherMessagesAndReportsWhileOneMessageIsLocked() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "the one with messages");
    assertThat(desk.get(report.path()).status()).isEqualTo(200);
    try (PublicLogin deleter = PublicLogin.withCodeOf(report);
        PublicLogin sender = PublicLogin.withCodeOf(report)) {
      UUID locked = sender.addMessage(7, message("It was the bus RT-456-X"));
      SuperuserDatabase.change("update message set read = true where id = ?", locked);
      assertThat(deleter.inOpenTransaction("select portal_delete_read_messages()")).isEqualTo("1");
      UUID free = sender.addMessage(8, message("And later the bus RT-457-X"));
      ReportWithPhoto other =
          ReportWithPhoto.send("zilvervoort", "sent while a message was locked");
      assertThat(desk.get("/backoffice").status()).isEqualTo(200);
      assertThat(pendingReports()).doesNotContain(other.id().toString());
      assertThat(pendingMessages()).containsExactly(locked.toString());
      assertThat(plates(free)).containsExactly("1");
      assertThat(desk.get(report.path()).status()).isEqualTo(200);
      assertThat(desk.get(other.path()).text()).contains(other.text());
      deleter.rollBack();
      assertThat(desk.get("/backoffice").status()).isEqualTo(200);
      assertThat(pendingMessages()).isEmpty();
      assertThat(plates(locked)).containsExactly("1");
    }
  }

  /** The first statement of the indexing fails, then one in the middle, then the last. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "handling; new.report_id = '%s'",
        "facet; new.report_id = '%s'",
        "audit_event; new.action = 'received' and new.object = 'report/%s'"
      })
  void retriesFailedReportAfterOthers(String table, String condition) throws Exception {
    ReportWithPhoto earlier = ReportWithPhoto.send("zilvervoort", "sent before the failing one");
    ReportWithPhoto failing = ReportWithPhoto.send("zilvervoort", "the failing one");
    ReportWithPhoto later = ReportWithPhoto.send("zilvervoort", "sent after the failing one");
    refuseRows(table, condition.formatted(failing.id()));
    try {
      assertThat(desk.get("/backoffice").status()).isEqualTo(200);
      assertThat(pendingReports()).containsExactly(failing.id().toString());
      assertThat(attempts(failing)).containsExactly("1");
      assertThat(desk.get("/backoffice?view=all").text())
          .contains(earlier.text(), failing.text(), later.text());
      assertThat(attempts(failing)).as("the inbox does not try it again").containsExactly("1");
      assertThat(desk.get(failing.path()).text()).contains(failing.text());
      assertThat(attempts(failing)).containsExactly("2");
      indexer.retryFailed(List.of("zilvervoort"));
      assertThat(attempts(failing)).containsExactly("3");
    } finally {
      acceptRows(table);
    }
    indexer.retryFailed(List.of("zilvervoort"));
    assertThat(pendingReports()).isEmpty();
    assertThat(desk.get(failing.path()).text()).contains(failing.text());
    assertThat(failing.audit()).filteredOn(event -> event.startsWith("received done ")).hasSize(1);
  }

  @Test
  void reportThatCannotBeIndexedCanBeTaken() throws Exception {
    ReportWithPhoto failing = ReportWithPhoto.send("dont-know", "the failing one that is taken");
    refuseRows("handling", "new.report_id = '" + failing.id() + "'");
    try {
      String path = failing.path();
      assertThat(desk.post(path, path + "/take", "municipality", "zilvervoort").text())
          .contains(failing.text());
      assertThat(
              SuperuserDatabase.values(
                  "select municipality from report where id = ?", failing.id()))
          .containsExactly("zilvervoort");
    } finally {
      acceptRows("handling");
    }
  }

  private static byte[] message(String text) {
    return ReportFormat.write(
        MessagePlaintext.of(Instant.now(), MessageContent.ofText(text, "nl"), 0));
  }

  private static void refuseRows(String table, String condition) throws SQLException {
    SuperuserDatabase.change(
        "create function refuse_row() returns trigger language plpgsql as"
            + " $$ begin raise exception 'refused by a test'; end $$");
    SuperuserDatabase.change(
        "create trigger refuse_row before insert on "
            + table
            + " for each row when ("
            + condition
            + ") execute function refuse_row()");
  }

  private static void acceptRows(String table) throws SQLException {
    SuperuserDatabase.change("drop trigger if exists refuse_row on " + table);
    SuperuserDatabase.change("drop function if exists refuse_row()");
  }

  private static List<String> pendingReports() throws SQLException {
    return SuperuserDatabase.values("select report_id from report_to_index");
  }

  private static List<String> pendingMessages() throws SQLException {
    return SuperuserDatabase.values("select message_id from message_to_index");
  }

  private static List<String> attempts(ReportWithPhoto report) throws SQLException {
    return SuperuserDatabase.values(
        "select attempts from report_to_index where report_id = ?", report.id());
  }

  private static List<String> plates(UUID message) throws SQLException {
    return SuperuserDatabase.values("select count(*) from facet where message_id = ?", message);
  }
}
