package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.OwnerDatabase;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Somebody with the whole database leaves what is sealed and changes what is said about it: who
 * wrote a message, its place, for whom a report is, its day. It is refused and named.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class RelabelledContentTest {

  private static final String BROKEN = "gaat niet open";
  private static int number;

  @TestHTTPResource("/")
  String root;

  private SentReport report;
  private String said;
  private DeskClient desk;

  @BeforeEach
  void send() throws Exception {
    number++;
    report = SentReport.send("zandvoort", "relabelled report " + number);
    said = "relabelled message " + number;
    report.say(said);
    desk = new DeskClient(root.substring(0, root.length() - 1), "zandvoort");
    assertThat(casefile()).contains(report.words()).contains(said).doesNotContain(BROKEN);
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "the reporter's words as the municipality's; from_officer = true",
        "another place in the conversation; position = position + 3",
        "another message; id = gen_random_uuid()"
      })
  void refusesRelabelledMessage(String name, String change) throws SQLException {
    assertThat(
            OwnerDatabase.change(
                "update message set " + change + " where report_id = ?", report.id()))
        .isOne();
    assertThat(casefile()).as(name).contains(BROKEN).contains(report.words()).doesNotContain(said);
    assertThat(report.audit()).contains("read-part does-not-open message");
    assertThat(report.conversation()).contains("cannot be opened").doesNotContain(said);
  }

  @Test
  void refusesWordsOfTheMunicipalityAsTheReporters() throws SQLException {
    desk.post(report.path(), report.path() + "/messages", "message", "asked by the officer");
    assertThat(casefile()).contains("asked by the officer");
    OwnerDatabase.change(
        "update message set from_officer = false where report_id = ? and from_officer",
        report.id());
    assertThat(casefile()).contains(BROKEN).contains(said).doesNotContain("asked by the officer");
    assertThat(report.conversation()).doesNotContain("asked by the officer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "taken by nobody; municipality = null",
        "sent to all; addressed_to = null",
        "on another day; received_on = received_on - 30",
        "about something else; forms = '{sexual}'"
      })
  void refusesRelabelledReport(String name, String change) throws SQLException {
    assertThat(OwnerDatabase.change("update report set " + change + " where id = ?", report.id()))
        .isOne();
    assertThat(casefile()).as(name).contains(BROKEN).doesNotContain(report.words());
    assertThat(report.audit())
        .anyMatch(event -> event.startsWith("read-part does-not-open report"));
  }

  @Test
  void reportForOneMunicipalityIsNotTakenByAnother() throws SQLException {
    OwnerDatabase.change("update report set municipality = null where id = ?", report.id());
    String keys = "select recipient || what from wrapped_key where report_id = ? order by 1";
    List<String> before = OwnerDatabase.values(keys, report.id());
    try (DeskClient heemstede = new DeskClient(root.substring(0, root.length() - 1), "heemstede")) {
      String path = report.path();
      String token = heemstede.token("/backoffice/search");
      assertThat(heemstede.postWith(token, path + "/take", "municipality", "heemstede").status())
          .isEqualTo(409);
      heemstede.postWith(
          token, "/backoffice/lookalikes", "ids", report.id().toString(), "to", "spam");
    }
    assertThat(OwnerDatabase.values(keys, report.id())).isEqualTo(before);
    assertThat(OwnerDatabase.values("select municipality from report where id = ?", report.id()))
        .containsExactly((String) null);
  }

  @Test
  void refusesNotesInAnotherOrder() throws SQLException {
    for (String note : new String[] {"first I rang", "then I went there"}) {
      desk.post(report.path(), report.path() + "/notes", "note", note);
    }
    assertThat(casefile()).contains("first I rang").doesNotContain(BROKEN);
    OwnerDatabase.change(
        "update note set position = position + 10 where report_id = ?", report.id());
    OwnerDatabase.change(
        "update note set position = 13 - position where report_id = ?", report.id());
    assertThat(casefile())
        .contains(BROKEN)
        .doesNotContain("first I rang")
        .doesNotContain("then I went there")
        .contains(report.words());
    assertThat(report.audit()).contains("read-part does-not-open note");
  }

  @Test
  void refusesVoucherOfAnotherReport() throws Exception {
    SentReport other = SentReport.send("zandvoort", "relabelled other " + number);
    OwnerDatabase.change(
        "update attachment a set voucher = o.voucher from attachment o"
            + " where a.report_id = ? and o.report_id = ?",
        report.id(),
        other.id());
    assertThat(casefile()).contains(BROKEN).contains(report.words());
  }

  private String casefile() {
    return desk.get(report.path()).text();
  }
}
