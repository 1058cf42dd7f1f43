package nl.uitweg.report.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.report.ReportWithPhoto;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that the desk reads all reports in batches of limited size after an attacker with the
 * public login has stored many large rows.
 */
@ServerTest
class BulkReadingTest {

  private static final String SEARCH = "/backoffice/search";
  private static final List<String> MUNICIPALITIES = List.of("zilvervoort");
  private static final int LARGE_REPORTS = 300;
  private static final int LARGE_REPORT_BYTES = 200 * 1024;
  private static final int MESSAGES = 200;
  private static final int MESSAGE_BYTES = 128 * 1024;

  @TestHTTPResource("/")
  String root;

  @Inject BulkReportReader reader;
  @Inject DatabaseAccess access;

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

  @Test
  void searchFindsReportsOlderThanManyLargeOnes() throws Exception {
    ReportWithPhoto report =
        ReportWithPhoto.send("zilvervoort", "behind the flood a steenloper walks");
    ReportWithPhoto similar =
        ReportWithPhoto.send("zilvervoort", "behind the flood a steenloper walked");
    storeLargeReports();
    String found = desk.post(SEARCH, SEARCH, "q", "steenloper").text();
    assertThat(found)
        .contains(
            report.path(), similar.path(), LARGE_REPORTS + " meldingen kunnen niet worden geopend");
    var lookAlikes = desk.get("/backoffice/lookalikes?like=" + report.id());
    assertThat(lookAlikes.status()).isEqualTo(200);
    assertThat(lookAlikes.text()).contains(similar.path());
    assertThat(desk.get("/backoffice/lookalikes").status()).isEqualTo(200);
  }

  @Test
  void readsLargeReportsInBatchesOfLimitedSize() throws Exception {
    ReportWithPhoto report =
        ReportWithPhoto.send("zilvervoort", "behind the flood a scholekster walks");
    storeLargeReports();
    List<ReportBatch<SealedReport>> batches =
        readAll(after -> reader.fetch(ReportFilter.ALL, MUNICIPALITIES, after, 1_000));
    assertThat(batches)
        .allSatisfy(
            batch -> assertThat(size(batch)).isBetween(1L, (long) ReportSizeStore.MAX_BATCH_BYTES));
    List<UUID> ids = ids(batches);
    assertThat(ids).doesNotHaveDuplicates().hasSize(LARGE_REPORTS + 1).endsWith(report.id());
    assertThat(
            ids(readAll(after -> reader.fetchContents(ReportFilter.ALL, MUNICIPALITIES, after, 7))))
        .isEqualTo(ids);
    List<ReportBatch<ReportKeys>> keys =
        readAll(after -> reader.fetchKeys(ReportFilter.ALL, MUNICIPALITIES, after, 100));
    assertThat(keys).hasSize(4);
    assertThat(keys.stream().flatMap(batch -> batch.reports().stream()).map(key -> key.id))
        .isEqualTo(ids);
  }

  @Test
  void searchesReportWithTooManyLargeMessagesInPart() throws Exception {
    ReportWithPhoto report =
        ReportWithPhoto.send("zilvervoort", "under its messages a bontbekplevier sits");
    report.sendMessage("the first message names a drieteenstrandloper");
    storeLargeMessages(report);
    List<SealedReport> sealed =
        readAll(after -> reader.fetch(ReportFilter.ALL, MUNICIPALITIES, after, 1_000))
            .get(0)
            .reports();
    assertThat(sealed).hasSize(1);
    assertThat(sealed.get(0).hasAllTexts()).isFalse();
    assertThat(sealed.get(0).size())
        .isBetween(
            (long) ReportSizeStore.MAX_TEXT_BYTES - MESSAGE_BYTES,
            ReportSizeStore.MAX_TEXT_BYTES + 10_000L);
    assertThat(desk.post(SEARCH, SEARCH, "q", "bontbekplevier drieteenstrandloper").text())
        .contains(report.path(), "Eén melding heeft zo veel tekst");
  }

  @Test
  void readsAllTextsOfOrdinaryReport() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "an ordinary kanoet");
    report.sendMessage("one");
    report.sendMessage("two");
    desk.post(report.path(), report.path() + "/notes", "note", "three");
    desk.post(
        report.path(), report.path() + "/translations", "part", "what", "translation", "four");
    ReportBatch<SealedReport> batch =
        readAll(after -> reader.fetch(ReportFilter.ALL, MUNICIPALITIES, after, 1)).get(0);
    assertThat(batch.next()).isEmpty();
    assertThat(batch.reports().get(0).hasAllTexts()).isTrue();
    DecryptedReport opened = reader.open(batch.reports().get(0)).orElseThrow();
    assertThat(opened.messages())
        .extracting(DecryptedReport.MessageText::text)
        .containsExactly("one", "two");
    assertThat(opened.notes()).containsExactly("three");
    assertThat(opened.translations()).containsExactly("four");
  }

  /** Stores large reports for all municipalities, newer than those that the tests send. */
  private static void storeLargeReports() throws SQLException {
    SuperuserDatabase.change(
        "insert into report (id, forms, state, urgency, received_on, sealed, version)"
            + " select gen_random_uuid(), '{}', 'NEW', 'URGENT', current_date + 2, ?, 0"
            + " from generate_series(1, ?)",
        randomBytes(LARGE_REPORT_BYTES),
        LARGE_REPORTS);
  }

  private static void storeLargeMessages(ReportWithPhoto report) throws SQLException {
    SuperuserDatabase.change(
        "insert into message (id, report_id, position, from_officer, read, sealed)"
            + " select gen_random_uuid(), ?, n, false, false, ? from generate_series(2, ?) n",
        report.id(),
        randomBytes(MESSAGE_BYTES),
        MESSAGES);
  }

  private static byte[] randomBytes(int size) {
    byte[] bytes = new byte[size]; // random, so that the database cannot compress them
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private <T> List<ReportBatch<T>> readAll(Function<Optional<ReportCursor>, ReportBatch<T>> fetch) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              access.asDesk(MUNICIPALITIES);
              List<ReportBatch<T>> batches = new ArrayList<>();
              Optional<ReportCursor> after = Optional.empty();
              do {
                batches.add(fetch.apply(after));
                after = batches.get(batches.size() - 1).next();
              } while (after.isPresent());
              return batches;
            });
  }

  private static long size(ReportBatch<SealedReport> batch) {
    return batch.reports().stream().mapToLong(SealedReport::size).sum();
  }

  private static List<UUID> ids(List<ReportBatch<SealedReport>> batches) {
    return batches.stream()
        .flatMap(batch -> batch.reports().stream())
        .map(report -> report.header.id())
        .toList();
  }
}
