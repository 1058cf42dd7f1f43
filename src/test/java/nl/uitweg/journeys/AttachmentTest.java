package nl.uitweg.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.imageio.ImageIO;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files sent with a report or message, from the reporter's page to the officer's desk. {@link
 * RejectedFilesTest} tests rejected files.
 */
@ServerTest
class AttachmentTest {

  private static final String METADATA_CANARY = "N 52.3508 E 4.6221 Oud Toestel 7";
  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<</Author(Iemand)>>endobj\n%%EOF".getBytes(StandardCharsets.US_ASCII);

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @ParameterizedTest
  @CsvSource({"360,false", "1280,true"})
  void deliversCleanedPhotoWithBlurredPreview(int width, boolean javaScript) throws IOException {
    String description = "with a photo " + width;
    FormClient client = new FormClient("en");
    client.fillIn("zilvervoort", description, "unknown");
    Response sent =
        MultipartRequests.withToken(client)
            .multiPart("files", "huis.jpg", Photos.jpeg(120, 40, METADATA_CANARY), "image/jpeg")
            .post("/en/report");
    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(sent.asString()).contains("1 file was attached");
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", width, javaScript)) {
      Page officer = desk.newPage();
      open(officer, description);
      assertThat(officer.locator(".files")).containsText("huis.jpg");
      assertThat(officer.locator(".files")).containsText("plaats en toestel eruit gehaald");
      assertThat(officer.locator(".files")).containsText("niet op virussen gecontroleerd");
      assertThat(officer.locator("img.blurred")).hasCount(1);
      Browser.press(
          officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("huis.jpg")));
      assertThat(officer.locator("img.blurred")).hasCount(1);
      assertThat(officer.locator("img.shown")).hasCount(0);
      APIResponse preview =
          officer.request().get(base() + officer.locator("img.blurred").getAttribute("src"));
      assertThat(ImageIO.read(new ByteArrayInputStream(preview.body())).getWidth())
          .isLessThanOrEqualTo(16);
      if (javaScript) {
        assertThat(Axe.violations(officer)).isEmpty();
      }
      Browser.press(
          officer.getByRole(
              AriaRole.LINK, new Page.GetByRoleOptions().setName("Laat de foto zien")));
      APIResponse photo =
          officer.request().get(base() + officer.locator("img.shown").getAttribute("src"));
      assertThat(photo.headers()).containsEntry("content-type", "image/jpeg");
      assertThat(photo.headers().get("cache-control")).isEqualTo("no-store");
      assertThat(new String(photo.body(), StandardCharsets.ISO_8859_1))
          .doesNotContain(METADATA_CANARY);
      assertThat(ImageIO.read(new ByteArrayInputStream(photo.body())).getHeight()).isEqualTo(120);
      open(officer, description);
      assertThat(officer.locator(".timeline").last()).containsText("Bijlage geopend, door jou");
    }
  }

  @Test
  void asksConfirmationForFileThatCannotBeCleaned() throws SQLException {
    FormClient client = new FormClient("en");
    client.fillIn("zilvervoort", "with a document", "unknown");
    long before = SuperuserDatabase.count("report");
    Response refused =
        MultipartRequests.withToken(client)
            .multiPart("files", "brief.pdf", PDF, "application/pdf")
            .post("/en/report");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString())
        .contains("“brief.pdf” may show who made it")
        .contains("Nothing has been sent yet")
        .contains("with a document")
        .contains("<title>Error:");
    assertThat(SuperuserDatabase.count("report")).isEqualTo(before);
    Response sent =
        MultipartRequests.withToken(client)
            .multiPart("uncleaned", "yes")
            .multiPart("files", "brief.pdf", PDF, "application/pdf")
            .post("/en/report");
    assertThat(FormClient.code(sent)).hasSize(20);
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", 1280, true)) {
      Page officer = desk.newPage();
      open(officer, "with a document");
      assertThat(officer.locator(".files")).containsText("kan plaats, tijd en maker bevatten");
      Browser.press(
          officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("brief.pdf")));
      String save = officer.getByText("Bewaar op dit apparaat").getAttribute("href");
      APIResponse saved = officer.request().get(base() + save);
      assertThat(saved.body()).isEqualTo(PDF);
      assertThat(saved.headers().get("content-disposition"))
          .isEqualTo("attachment; filename*=UTF-8''brief.pdf");
      assertThat(saved.headers().get("content-security-policy")).contains("sandbox");
    }
  }

  @Test
  void storesEachFileOnceWhenFormIsSentAgain() throws IOException, SQLException {
    FormClient client = new FormClient("en");
    client.fillIn("zilvervoort", "sent twice with a photo", "unknown");
    long before = SuperuserDatabase.count("attachment");
    byte[] firstImage = Photos.png(31, 17, "one");
    byte[] secondImage = Photos.png(32, 17, "two");
    String firstCode =
        FormClient.code(
            MultipartRequests.withToken(client)
                .multiPart("files", "a.png", firstImage, "image/png")
                .post("/en/report"));
    String secondCode =
        FormClient.code(
            MultipartRequests.withToken(client)
                .multiPart("files", "a.png", firstImage, "image/png")
                .multiPart("files", "b.png", secondImage, "image/png")
                .post("/en/report"));
    assertThat(secondCode).hasSize(20).isEqualTo(firstCode);
    assertThat(SuperuserDatabase.count("attachment")).isEqualTo(before + 2);
  }

  @Test
  void acceptsPhotoInLaterMessage() throws IOException {
    String description = "photo comes later";
    FormClient client = new FormClient("en");
    client.fillIn("zilvervoort", description, "unknown");
    String code = FormClient.code(client.press("send"));
    try (BrowserContext visitor = Browser.visitor(360, false, "en-GB");
        BrowserContext desk = Browser.officer(base(), "zilvervoort", 1280, true)) {
      Page reporter = visitor.newPage();
      reporter.navigate(base() + "/en/code");
      reporter.locator("#code").fill(code);
      press(reporter, "View");
      reporter.locator("#attach summary").click();
      reporter
          .locator("#files")
          .setInputFiles(
              new FilePayload[] {
                new FilePayload("later.jpg", "image/jpeg", Photos.jpeg(60, 30, METADATA_CANARY))
              });
      press(reporter, "Send message");
      assertThat(reporter.locator("main")).containsText("Your message was sent");
      assertThat(reporter.locator("main")).containsText("1 file attached");
      assertThat(reporter.locator("main")).not().containsText("later.jpg");
      Page officer = desk.newPage();
      open(officer, description);
      assertThat(officer.locator(".files")).containsText("later.jpg");
      assertThat(officer.locator("main")).containsText("1 bijlage meegestuurd");
    }
  }

  @Test
  void hidesFilesFromOtherMunicipality() throws IOException {
    FormClient client = new FormClient("en");
    client.fillIn("zilvervoort", "not for lindestede", "unknown");
    MultipartRequests.withToken(client)
        .multiPart("files", "huis.png", Photos.png(20, 10, ""), "image/png")
        .post("/en/report");
    try (BrowserContext zilvervoort = Browser.officer(base(), "zilvervoort", 1280, true);
        BrowserContext lindestede = Browser.officer(base(), "lindestede", 1280, true)) {
      Page officer = zilvervoort.newPage();
      open(officer, "not for lindestede");
      String path = officer.locator(".files a.utrecht-link").getAttribute("href");
      assertThat(lindestede.request().get(base() + path).status()).isEqualTo(404);
      assertThat(lindestede.request().get(base() + path + "/preview").status()).isEqualTo(404);
      assertThat(lindestede.request().get(base() + path + "/content").status()).isEqualTo(404);
      assertThat(zilvervoort.request().get(base() + path + "/content").status()).isEqualTo(200);
    }
    assertThat(
            given()
                .redirects()
                .follow(false)
                .get("/backoffice/reports/x/attachments/y/content")
                .statusCode())
        .isEqualTo(302);
  }

  private void open(Page officer, String description) {
    Browser.press(Inbox.row(officer, base(), description).locator("a"));
  }

  private static void press(Page page, String button) {
    Browser.press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
  }
}
