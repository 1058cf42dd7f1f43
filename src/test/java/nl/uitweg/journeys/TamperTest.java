package nl.uitweg.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.sql.SQLException;
import nl.uitweg.journeys.TamperedReports.Sent;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An attacker with write access to the database alters, swaps, replays and truncates encrypted
 * content. The affected content is rejected and reported, and the rest can still be decrypted.
 */
@ServerTest
class TamperTest {

  private static final String CANNOT_BE_OPENED = "kan niet worden geopend";
  private static final TamperedReports REPORTS = new TamperedReports();

  @TestHTTPResource("/")
  String root;

  @BeforeEach
  void restoreReports() throws SQLException, IOException {
    REPORTS.restore(base());
  }

  @AfterAll
  static void deleteOriginals() throws SQLException {
    REPORTS.close();
  }

  @Test
  void opensUntamperedContent() {
    for (Sent report : REPORTS.all()) {
      assertThat(REPORTS.caseFile(report))
          .contains(report.description())
          .contains(report.message())
          .contains(report.note())
          .contains("tamper")
          .doesNotContain(CANNOT_BE_OPENED);
      assertThat(REPORTS.file(report).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "one bit of the report; update report set sealed = set_byte(sealed, 99, get_byte(sealed, 99) # 1) where id = '%1$s'",
        "the version byte; update report set sealed = set_byte(sealed, 0, 9) where id = '%1$s'",
        "half of the report; update report set sealed = substring(sealed, 1, 500) where id = '%1$s'",
        "the sealed report of another; update report set sealed = (select sealed from report where id = '%2$s') where id = '%1$s'",
        "the wrapped key of another; update wrapped_key set wrapped = (select wrapped from wrapped_key where report_id = '%2$s' and what = 'report' and recipient = 'zilvervoort') where report_id = '%1$s' and what = 'report' and recipient = 'zilvervoort'",
        "the key of the conversation replayed; update wrapped_key set wrapped = (select wrapped from wrapped_key where report_id = '%1$s' and what = 'conversation' and recipient = 'zilvervoort') where report_id = '%1$s' and what = 'report' and recipient = 'zilvervoort'",
        "the key for recovery replayed; update wrapped_key set wrapped = (select wrapped from wrapped_key where report_id = '%1$s' and what = 'report' and recipient = 'recovery') where report_id = '%1$s' and what = 'report' and recipient = 'zilvervoort'"
      })
  void rejectsAlteredReportAndOpensOthers(String name, String sql) throws SQLException {
    Sent altered = REPORTS.first();
    REPORTS.tamper(sql.formatted(altered.id(), REPORTS.second().id()));
    String page = REPORTS.caseFile(altered);
    assertThat(page)
        .as(name)
        .contains(CANNOT_BE_OPENED)
        .doesNotContain(altered.description())
        .contains(altered.message());
    assertThat(REPORTS.file(altered).status()).isEqualTo(200);
    assertThat(REPORTS.caseFile(REPORTS.second()))
        .contains(REPORTS.second().description())
        .doesNotContain(CANNOT_BE_OPENED);
    assertThat(REPORTS.events(altered))
        .contains("read undecryptable ")
        .contains("read-part undecryptable report");
  }

  @Test
  void showsOtherReportsInInboxAndLookalikes() throws SQLException {
    Sent altered = REPORTS.first();
    Sent other = REPORTS.second();
    REPORTS.tamper(
        "update report set sealed = substring(sealed, 1, 500) where id = '" + altered.id() + "'");
    Page officer = REPORTS.desk().newPage();
    assertThat(
            Inbox.row(officer, base(), CANNOT_BE_OPENED).locator("a[href^='/backoffice/reports/']"))
        .isVisible();
    assertThat(Inbox.row(officer, base(), other.description()))
        .not()
        .containsText(CANNOT_BE_OPENED);
    officer.close();
    String alike = base() + "/backoffice/lookalikes?like=";
    assertThat(REPORTS.desk().request().get(alike + other.id()).text())
        .contains(other.description());
    assertThat(REPORTS.desk().request().get(alike + altered.id()).text())
        .contains(CANNOT_BE_OPENED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "one bit; update message set sealed = set_byte(sealed, 99, get_byte(sealed, 99) # 1) where report_id = '%1$s'",
        "the message of another; update message set sealed = (select sealed from message where report_id = '%2$s') where report_id = '%1$s'",
        "cut; update message set sealed = substring(sealed, 1, 40) where report_id = '%1$s'"
      })
  void rejectsAlteredMessageAndOpensRest(String name, String sql) throws SQLException {
    Sent altered = REPORTS.first();
    REPORTS.tamper(sql.formatted(altered.id(), REPORTS.second().id()));
    assertThat(REPORTS.caseFile(altered))
        .as(name)
        .contains(CANNOT_BE_OPENED)
        .contains(altered.description())
        .doesNotContain(altered.message());
    assertThat(REPORTS.file(altered).status()).isEqualTo(200);
    assertThat(REPORTS.events(altered))
        .contains("read done ")
        .contains("read-part undecryptable message");
  }

  @Test
  void rejectsReplayedMessage() throws SQLException {
    Sent altered = REPORTS.first();
    REPORTS.tamper(
        "insert into message select gen_random_uuid(), report_id, position + 1, from_officer, read,"
            + " sealed from message where report_id = '"
            + altered.id()
            + "'");
    String page = REPORTS.caseFile(altered);
    assertThat(page).contains(CANNOT_BE_OPENED);
    assertThat(page.split(altered.message(), -1)).as("the message is shown once").hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "one bit; update wrapped_key set wrapped = set_byte(wrapped, 99, get_byte(wrapped, 99) # 1) where report_id = '%1$s' and what = 'notes' and recipient = 'zilvervoort'",
        "the notes key of another; update wrapped_key set wrapped = (select wrapped from wrapped_key where report_id = '%2$s' and what = 'notes' and recipient = 'zilvervoort') where report_id = '%1$s' and what = 'notes' and recipient = 'zilvervoort'",
        "the key of the report replayed; update wrapped_key set wrapped = (select wrapped from wrapped_key where report_id = '%1$s' and what = 'report' and recipient = 'zilvervoort') where report_id = '%1$s' and what = 'notes' and recipient = 'zilvervoort'",
        "the key for recovery replayed; update wrapped_key set wrapped = (select wrapped from wrapped_key where report_id = '%1$s' and what = 'notes' and recipient = 'recovery') where report_id = '%1$s' and what = 'notes' and recipient = 'zilvervoort'",
        "the key of the municipality deleted; delete from wrapped_key where report_id = '%1$s' and what = 'notes' and recipient = 'zilvervoort'",
        "every notes key deleted; delete from wrapped_key where report_id = '%1$s' and what = 'notes'"
      })
  void rejectsAlteredNotesKeyAndOpensRest(String name, String sql) throws SQLException {
    Sent altered = REPORTS.first();
    Sent other = REPORTS.second();
    REPORTS.tamper(sql.formatted(altered.id(), other.id()));
    assertThat(REPORTS.caseFile(altered))
        .as(name)
        .contains(CANNOT_BE_OPENED)
        .contains(altered.description())
        .contains(altered.message())
        .doesNotContain(altered.note());
    assertThat(REPORTS.file(altered).status()).isEqualTo(200);
    assertThat(REPORTS.caseFile(other)).contains(other.note()).doesNotContain(CANNOT_BE_OPENED);
    assertThat(REPORTS.events(altered))
        .contains("read done ")
        .contains("read-part undecryptable notes");
    APIResponse refused = REPORTS.addNote(altered, "under which key");
    assertThat(refused.status()).as(name).isEqualTo(409);
    assertThat(refused.text()).as("the form keeps the note").contains("under which key");
    assertThat(REPORTS.events(altered)).contains("note refused ");
    assertThat(
            SuperuserDatabase.values(
                "select id from note where report_id = '" + altered.id() + "'"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "one bit; update attachment_chunk set content = set_byte(content, 70000, get_byte(content, 70000) # 1) where position = 0 and attachment_id = '%1$s'",
        "the first chunk of another; update attachment_chunk set content = (select content from attachment_chunk where position = 0 and attachment_id = '%2$s') where position = 0 and attachment_id = '%1$s'",
        "the last chunk deleted; delete from attachment_chunk where position = 1 and attachment_id = '%1$s'",
        "the chunks in another order; update attachment_chunk set position = 5 - position where attachment_id = '%1$s'",
        "the end of the last chunk cut; update attachment_chunk set content = substring(content, 1, 100) where position = 1 and attachment_id = '%1$s'"
      })
  void rejectsAlteredFileAndOpensRest(String name, String sql) throws SQLException {
    Sent altered = REPORTS.first();
    assertThat(
            SuperuserDatabase.values(
                "select position::text from attachment_chunk where attachment_id = '"
                    + altered.file()
                    + "'"))
        .as("stored in more than one chunk")
        .hasSizeGreaterThan(1);
    REPORTS.tamper(sql.formatted(altered.file(), REPORTS.second().file()));
    APIResponse refused = REPORTS.file(altered);
    assertThat(refused.status()).as(name).isEqualTo(409);
    assertThat(refused.text()).contains(CANNOT_BE_OPENED);
    assertThat(REPORTS.caseFile(altered))
        .contains(altered.description())
        .contains(altered.message());
    assertThat(REPORTS.file(REPORTS.second()).status()).isEqualTo(200);
    assertThat(REPORTS.events(altered))
        .contains("attachment undecryptable attachment/" + altered.file());
  }

  @Test
  void rejectsPreviewOfAlteredFile() throws SQLException {
    Sent altered = REPORTS.first();
    REPORTS.tamper(
        "update attachment_chunk set content = set_byte(content, 70000, get_byte(content, 70000) #"
            + " 1) where position = 0 and attachment_id = '%s'".formatted(altered.file()));
    String preview = "/backoffice/reports/" + altered.id() + "/attachments/" + altered.file();
    assertThat(REPORTS.desk().request().get(base() + preview + "/preview").status()).isEqualTo(409);
    assertThat(REPORTS.events(altered))
        .contains("attachment undecryptable attachment/" + altered.file());
  }

  @Test
  void rejectsFileMovedToAnotherReport() throws SQLException {
    Sent altered = REPORTS.first();
    Sent other = REPORTS.second();
    REPORTS.tamper(
        "update attachment set report_id = '%s', position = 25 where id = '%s'"
            .formatted(other.id(), altered.file()));
    REPORTS.tamper(
        "update wrapped_key set report_id = '%s' where what = 'attachment/%s'"
            .formatted(other.id(), altered.file()));
    assertThat(REPORTS.caseFile(other)).contains(CANNOT_BE_OPENED).contains(other.description());
    assertThat(REPORTS.file(other).status()).isEqualTo(200);
    assertThat(REPORTS.events(other))
        .contains("read-part undecryptable attachment/" + altered.file());
  }

  private String base() {
    return root.substring(0, root.length() - 1);
  }
}
