package nl.uitweg.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.ReceiptCode;
import nl.uitweg.platform.sealing.ReceiptKeyWrap;
import nl.uitweg.platform.sealing.Receipts;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An attacker who controls the public tier sends a report and, with its code, messages and files
 * that are correctly sealed with the key of that conversation and have invalid content. The desk
 * shows them as unreadable; search and the other reports keep working. All writes use the database
 * login of the public tier.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class UnreadableMessageTest {

  @TestHTTPResource("/")
  String root;

  private final Path keys =
      ConfigProvider.getConfig().getValue("portal.keys.directory", Path.class);
  private DeskClient desk;

  @BeforeEach
  void openDesk() {
    desk = new DeskClient(root.substring(0, root.length() - 1), "zandvoort");
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
        "{'at':'2026-01-01T10:00:00Z','text':'x','answers':{'a':null}}",
        "{'at':'2026-01-01T10:00:00Z','text':'x','language':'../nl'}"
      })
  void showsInvalidMessageAsUnreadable(String json) throws Exception {
    SentReport report = SentReport.send("zandvoort", "the one with an invalid message");
    SentReport other = SentReport.send("zandvoort", "a report like any other");
    message(report, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    APIResponse search = desk.post("/backoffice/search", "/backoffice/search", "q", "any other");
    assertThat(search.status()).as("search").isEqualTo(200);
    assertThat(search.text()).contains(other.path());
    assertThat(desk.get("/backoffice?view=all").status()).as("inbox").isEqualTo(200);
    assertThat(desk.get(report.path()).status()).as("case file").isEqualTo(200);
    assertThat(given().formParam("code", report.code()).post("/en/code").statusCode())
        .as("page of the reporter")
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'name':'x','mediaType':null,'size':1,'cleaned':true,'scanned':true,'at':'2026-01-01T10:00:00Z'}",
        "{'name':'','mediaType':'\\r\\nX: y','size':1,'cleaned':true,'scanned':true,'at':'2026-01-01T10:00:00Z'}"
      })
  void showsInvalidFileAsUnreadable(String json) throws Exception {
    SentReport report = SentReport.send("zandvoort", "the one with an invalid file");
    UUID file =
        file(report, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), new byte[1], 1);
    int caseFile = desk.get(report.path()).status();
    int page = desk.get(report.path() + "/attachments/" + file).status();
    int content = desk.get(report.path() + "/attachments/" + file + "/content").status();
    int referral = desk.get(report.path() + "/referral").status();
    assertThat(List.of(caseFile, page, referral)).containsOnly(200);
    assertThat(content).isLessThan(500);
  }

  private ContentKey conversation(SentReport report, Connection login) throws Exception {
    Receipts receipts = Receipts.read(keys);
    Receipts.Access access = receipts.accessForReading(ReceiptCode.parse(report.code()).orElseThrow());
    try (PreparedStatement set =
        login.prepareStatement("select set_config('portal.lookup', encode(?, 'hex'), false)")) {
      set.setBytes(1, access.lookupId());
      set.execute();
    }
    try (PreparedStatement read = login.prepareStatement("select wrapped from receipt");
        ResultSet rows = read.executeQuery()) {
      assertThat(rows.next()).isTrue();
      return ReceiptKeyWrap.unwrap(access, report.id(), rows.getBytes(1));
    }
  }

  private void message(SentReport report, byte[] content) throws Exception {
    try (Connection login = publicLogin()) {
      ContentKey key = conversation(report, login);
      UUID id = UUID.randomUUID();
      ReportOrigin origin = new ReportOrigin(report.id(), Optional.of("zandvoort"));
      insert(
          login,
          "insert into message (id, report_id, position, from_officer, read, sealed)"
              + " values (?, ?, 7, false, false, ?)",
          id,
          report.id(),
          key.seal(origin.message(id, 7, false), content));
    }
  }

  private UUID file(SentReport report, byte[] metadata, byte[] chunk, int chunks) throws Exception {
    Sealer sealer = Sealer.read(keys);
    UUID id = UUID.randomUUID();
    try (Connection login = publicLogin()) {
      ContentKey conversation = conversation(report, login);
      ContentKey key = sealer.freshKey();
      ReportOrigin origin = new ReportOrigin(report.id(), Optional.of("zandvoort"));
      insert(
          login,
          "insert into attachment (id, report_id, position, sealed, voucher) values (?, ?, 7, ?, ?)",
          id,
          report.id(),
          key.seal(origin.attachment(id), metadata),
          conversation.seal(origin.voucher(id), key.commitment()));
      for (var wrapped :
          sealer.wrap(key, Attachment.keyName(id), report.id(), List.of("zandvoort")).entrySet()) {
        insert(
            login,
            "insert into wrapped_key (report_id, what, recipient, wrapped) values (?, ?, ?, ?)",
            report.id(),
            Attachment.keyName(id),
            wrapped.getKey(),
            wrapped.getValue());
      }
      for (int i = 0; i < chunks; i++) {
        insert(
            login,
            "insert into attachment_chunk (attachment_id, position, content) values (?, ?, ?)",
            id,
            i,
            chunk);
      }
    }
    return id;
  }

  private static void insert(Connection login, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = login.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static Connection publicLogin() throws SQLException {
    return DriverManager.getConnection(Servers.database().jdbcUrl(), "portal_public", "");
  }
}
