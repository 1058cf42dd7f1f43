package nl.uitweg.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.report.sealed.KeyName;
import nl.uitweg.report.sealed.ReportOrigin;
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
 * Tests messages and files with invalid content that an attacker who controls the public tier has
 * sealed correctly, with the conversation key of a report whose code they know. The case file marks
 * them as unreadable; search, other reports and the page of the reporter keep working. The test
 * inserts the rows with the database login of the public tier.
 */
@ServerTest
class UnreadableMessageTest {

  private static final String UNREADABLE = "kan niet worden geopend";

  @TestHTTPResource("/")
  String root;

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
    SuperuserDatabase.change(
        "delete from report where id in (select report_id from message) or id in"
            + " (select report_id from attachment)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'at':'2026-01-01T10:00:00Z','text':null}",
        "{'at':'2026-01-01T10:00:00Z','text':'x','phrases':[null]}",
        "{'at':'2026-01-01T10:00:00Z','text':'x','answers':{'a':null}}"
      })
  void showsInvalidMessageAsUnreadable(String json) throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "the one with an invalid message");
    ReportWithPhoto other = ReportWithPhoto.send("zilvervoort", "a report like any other");
    assertThat(text(report.path())).doesNotContain(UNREADABLE);
    insertMessage(report, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    APIResponse search = desk.post("/backoffice/search", "/backoffice/search", "q", "any other");
    assertThat(search.status()).as("search").isEqualTo(200);
    assertThat(search.text()).contains(other.path());
    assertThat(desk.get("/backoffice?view=all").status()).as("inbox").isEqualTo(200);
    assertThat(text(report.path())).contains(UNREADABLE).contains(report.text());
    assertThat(text(other.path())).doesNotContain(UNREADABLE);
    Response conversation = given().formParam("code", report.code()).post("/en/code");
    assertThat(conversation.statusCode()).as("page of the reporter").isEqualTo(200);
    assertThat(conversation.asString()).contains("cannot be opened");
  }

  @Test
  void showsMessageInUnknownLanguage() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "the one with a path as language");
    insertMessage(
        report,
        "{'at':'2026-01-01T10:00:00Z','text':'in no language','language':'../nl'}"
            .replace('\'', '"')
            .getBytes(StandardCharsets.UTF_8));
    assertThat(text(report.path())).contains("in no language").doesNotContain(UNREADABLE);
    Response conversation = given().formParam("code", report.code()).post("/en/code");
    assertThat(conversation.statusCode()).as("page of the reporter").isEqualTo(200);
    assertThat(conversation.asString()).contains("in no language");
  }

  @Test
  void showsFileWithInvalidMetadataAsUnreadable() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "the one with an invalid file");
    assertThat(text(report.path())).doesNotContain(UNREADABLE);
    UUID file = insertFile(report, "x", "null");
    assertThat(text(report.path())).contains(UNREADABLE).contains(report.text());
    assertPagesOfFileWork(report, file);
  }

  /** A media type with a line break would end the header in which it is sent. */
  @Test
  void servesFileWithoutNameAndWithLineBreakInMediaType() throws Exception {
    ReportWithPhoto report =
        ReportWithPhoto.send("zilvervoort", "the one with a file without a name");
    UUID file = insertFile(report, "", "\"\\r\\nX: y\"");
    assertThat(text(report.path())).contains("/attachments/" + file).doesNotContain(UNREADABLE);
    assertPagesOfFileWork(report, file);
  }

  private void assertPagesOfFileWork(ReportWithPhoto report, UUID file) {
    text(report.path() + "/attachments/" + file);
    text(report.path() + "/referral");
    assertThat(desk.get(report.path() + "/attachments/" + file + "/content").status())
        .isLessThan(500);
  }

  /** The text of a page of the desk, which must have status 200. */
  private String text(String path) {
    APIResponse page = desk.get(path);
    assertThat(page.status()).as(path).isEqualTo(200);
    return page.text();
  }

  private void insertMessage(ReportWithPhoto report, byte[] content) throws Exception {
    try (PublicLogin login = PublicLogin.withCodeOf(report)) {
      login.addMessage(7, content);
    }
  }

  private UUID insertFile(ReportWithPhoto report, String name, String mediaTypeJson)
      throws Exception {
    byte[] metadata =
        ("{\"name\":\"%s\",\"mediaType\":%s,\"size\":1,\"cleaned\":true,\"scanned\":true,"
                + "\"at\":\"2026-01-01T10:00:00Z\"}")
            .formatted(name, mediaTypeJson)
            .getBytes(StandardCharsets.UTF_8);
    Sealer sealer = Sealer.read(keys);
    UUID id = UUID.randomUUID();
    try (PublicLogin login = PublicLogin.withCodeOf(report)) {
      login.begin(); // a file is added in one transaction
      ContentKey fileKey = sealer.freshKey();
      ReportOrigin origin = new ReportOrigin(report.id(), Optional.of("zilvervoort"));
      login.insert(
          "insert into attachment (id, report_id, position, sealed, voucher) values (?, ?, 7, ?, ?)",
          id,
          report.id(),
          fileKey.seal(origin.attachment(id), metadata),
          login.conversation().seal(origin.voucher(id), fileKey.commitment()));
      int position = 0;
      for (var wrapped :
          sealer
              .wrap(fileKey, KeyName.attachment(id), report.id(), List.of("zilvervoort"))
              .entrySet()) {
        login.insert(
            "insert into wrapped_key (report_id, what, recipient, wrapped, position)"
                + " values (?, ?, ?, ?, ?)",
            report.id(),
            KeyName.attachment(id),
            wrapped.getKey(),
            wrapped.getValue(),
            ++position);
      }
      login.insert(
          "insert into attachment_chunk (attachment_id, position, content) values (?, 0, ?)",
          id,
          new byte[1]);
      login.commit();
    }
    return id;
  }
}
