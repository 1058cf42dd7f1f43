package nl.uitweg.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import nl.uitweg.signal.form.FormClient;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files sent along, from the page of a reporter to the desk of an officer. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class AttachmentTest {

  private static final String HIDDEN = "N 52.3508 E 4.6221 Oud Toestel 7";
  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<</Author(Iemand)>>endobj\n%%EOF".getBytes(StandardCharsets.US_ASCII);

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @ParameterizedTest
  @CsvSource({"360,false", "1280,true"})
  void a_photo_reaches_the_officer_cleaned_and_blurred_until_asked_for(
      int width, boolean javaScript) throws IOException {
    String words = "with a photo " + width;
    FormClient form = new FormClient("en");
    form.fillIn("zandvoort", words, "unknown");
    Response sent =
        upload(form)
            .multiPart("files", "huis.jpg", Photos.jpeg(120, 40, HIDDEN), "image/jpeg")
            .post("/en/report");
    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(sent.asString()).contains("1 file was sent along");
    try (BrowserContext desk = Browser.officer(base(), "zandvoort", width, javaScript)) {
      Page officer = desk.newPage();
      open(officer, words);
      assertThat(officer.locator(".files").textContent())
          .contains("huis.jpg")
          .contains("plaats en toestel eruit gehaald")
          .contains("niet op virussen gecontroleerd");
      assertThat(officer.locator("img.blurred").count()).isEqualTo(1);
      officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("huis.jpg")).click();
      assertThat(officer.locator("img.blurred").count()).isEqualTo(1);
      assertThat(officer.locator("img.shown").count()).isZero();
      APIResponse preview =
          officer.request().get(base() + officer.locator("img.blurred").getAttribute("src"));
      assertThat(ImageIO.read(new ByteArrayInputStream(preview.body())).getWidth())
          .isLessThanOrEqualTo(16);
      if (javaScript) {
        assertThat(new AxeBuilder(officer).analyze().getViolations()).isEmpty();
      }
      officer
          .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Laat de foto zien"))
          .click();
      APIResponse photo =
          officer.request().get(base() + officer.locator("img.shown").getAttribute("src"));
      assertThat(photo.headers()).containsEntry("content-type", "image/jpeg");
      assertThat(photo.headers().get("cache-control")).isEqualTo("no-store");
      assertThat(new String(photo.body(), StandardCharsets.ISO_8859_1)).doesNotContain(HIDDEN);
      assertThat(ImageIO.read(new ByteArrayInputStream(photo.body())).getHeight()).isEqualTo(120);
      open(officer, words);
      assertThat(officer.locator(".timeline").textContent()).contains("Bestand geopend (gelukt)");
    }
  }

  @Test
  void a_file_that_cannot_be_cleaned_is_named_before_anything_is_sent() throws SQLException {
    FormClient form = new FormClient("en");
    form.fillIn("zandvoort", "with a document", "unknown");
    long before = count("signal");
    Response refused =
        upload(form).multiPart("files", "brief.pdf", PDF, "application/pdf").post("/en/report");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString())
        .contains("“brief.pdf” may hold who made it")
        .contains("Nothing has been sent yet")
        .contains("with a document")
        .contains("<title>Error:");
    assertThat(count("signal")).isEqualTo(before);
    Response sent =
        upload(form)
            .multiPart("uncleaned", "yes")
            .multiPart("files", "brief.pdf", PDF, "application/pdf")
            .post("/en/report");
    assertThat(FormClient.code(sent)).hasSize(20);
    try (BrowserContext desk = Browser.officer(base(), "zandvoort", 1280, true)) {
      Page officer = desk.newPage();
      open(officer, "with a document");
      assertThat(officer.locator(".files").textContent())
          .contains("kan plaats, tijd en maker bevatten");
      officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("brief.pdf")).click();
      String save = officer.getByText("Opslaan op dit apparaat").getAttribute("href");
      APIResponse saved = officer.request().get(base() + save);
      assertThat(saved.body()).isEqualTo(PDF);
      assertThat(saved.headers().get("content-disposition"))
          .isEqualTo("attachment; filename*=UTF-8''brief.pdf");
      assertThat(saved.headers().get("content-security-policy")).contains("sandbox");
    }
  }

  @Test
  void what_is_wrong_with_a_file_is_said_and_the_answers_stay() throws IOException, SQLException {
    FormClient form = new FormClient("en");
    form.fillIn("zandvoort", "with wrong files", "unknown");
    long before = count("signal");
    byte[] program = {'M', 'Z', 0, 1, 2, 3, 4};
    byte[] large = new byte[10 * 1024 * 1024 + 1];
    System.arraycopy(PDF, 0, large, 0, PDF.length);
    Response wrong =
        upload(form)
            .multiPart("uncleaned", "yes")
            .multiPart("files", "photo.jpg", program, "image/jpeg")
            .multiPart("files", "groot.pdf", large, "application/pdf")
            .multiPart("files", "<b>.pdf", PDF, "application/pdf")
            .post("/en/report");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.asString())
        .contains("“photo.jpg” is a kind of file that we cannot open")
        .contains("“groot.pdf” is larger than 10 MB")
        .contains("with wrong files")
        .doesNotContain("<b>.pdf");
    RequestSpecification many = upload(form);
    for (int i = 1; i <= 6; i++) {
      many.multiPart("files", "shot" + i + ".png", Photos.png(10 + i, 10, ""), "image/png");
    }
    assertThat(many.post("/en/report").asString()).contains("“shot6.png” is one too many");
    assertThat(count("signal")).isEqualTo(before);
    assertThat(FormClient.code(upload(form).post("/en/report"))).hasSize(20);
  }

  @Test
  void sending_the_same_form_again_stores_each_file_once() throws IOException, SQLException {
    FormClient form = new FormClient("en");
    form.fillIn("zandvoort", "sent twice with a photo", "unknown");
    long before = count("attachment");
    byte[] one = Photos.png(31, 17, "one");
    byte[] two = Photos.png(32, 17, "two");
    String first =
        FormClient.code(
            upload(form).multiPart("files", "a.png", one, "image/png").post("/en/report"));
    String second =
        FormClient.code(
            upload(form)
                .multiPart("files", "a.png", one, "image/png")
                .multiPart("files", "b.png", two, "image/png")
                .post("/en/report"));
    assertThat(second).hasSize(20).isEqualTo(first);
    assertThat(count("attachment")).isEqualTo(before + 2);
  }

  @Test
  void a_form_that_breaks_off_or_is_no_form_stores_nothing_and_keeps_the_answers()
      throws SQLException {
    FormClient form = new FormClient("en");
    form.fillIn("zandvoort", "broken off", "unknown");
    long before = count("signal");
    Response cut =
        raw()
            .contentType("multipart/form-data; boundary=x")
            .body(
                "--x\r\nContent-Disposition: form-data; name=\"state\"\r\n\r\n"
                    + form.token()
                    + "\r\n--x\r\nContent-Disposition: form-data; name=\"files\";"
                    + " filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nhalf a fi")
            .post("/en/report");
    assertThat(cut.statusCode()).isGreaterThanOrEqualTo(400).isNotEqualTo(500);
    assertThat(cut.asString()).contains("broken off").contains("Not sent yet");
    Response inHeader =
        raw()
            .contentType("multipart/form-data; boundary=x")
            .body(
                "--x\r\nContent-Disposition: form-data; name=\"state\"\r\n\r\n"
                    + form.token()
                    + "\r\n--x\r\nContent-Disposition: form-data; na")
            .post("/en/report");
    assertThat(inHeader.statusCode()).isEqualTo(400);
    assertThat(inHeader.asString()).contains("broken off").contains("Not sent yet");
    Response none = raw().contentType("multipart/form-data").body("nothing").post("/en/report");
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(count("signal")).isEqualTo(before);
  }

  @Test
  void a_reporter_adds_a_photo_later_in_the_browser() throws IOException {
    String words = "photo comes later";
    FormClient form = new FormClient("en");
    form.fillIn("zandvoort", words, "unknown");
    String code = FormClient.code(form.press("send"));
    try (BrowserContext visitor = Browser.visitor(360, false, "en-GB");
        BrowserContext desk = Browser.officer(base(), "zandvoort", 1280, true)) {
      Page reporter = visitor.newPage();
      reporter.navigate(base() + "/en/code");
      reporter.locator("#code").fill(code);
      press(reporter, "Look");
      reporter.locator("#attach summary").click();
      reporter
          .locator("#files")
          .setInputFiles(
              new FilePayload[] {
                new FilePayload("later.jpg", "image/jpeg", Photos.jpeg(60, 30, HIDDEN))
              });
      press(reporter, "Send message");
      assertThat(reporter.locator("main").textContent())
          .contains("Your message was sent")
          .contains("1 file sent along")
          .doesNotContain("later.jpg");
      Page officer = desk.newPage();
      open(officer, words);
      assertThat(officer.locator(".files").textContent()).contains("later.jpg");
      assertThat(officer.locator("main").textContent()).contains("1 bestand meegestuurd");
    }
  }

  @Test
  void an_officer_of_another_municipality_finds_no_file() throws IOException {
    FormClient form = new FormClient("en");
    form.fillIn("zandvoort", "not for heemstede", "unknown");
    upload(form)
        .multiPart("files", "huis.png", Photos.png(20, 10, ""), "image/png")
        .post("/en/report");
    try (BrowserContext own = Browser.officer(base(), "zandvoort", 1280, true);
        BrowserContext other = Browser.officer(base(), "heemstede", 1280, true)) {
      Page officer = own.newPage();
      open(officer, "not for heemstede");
      String path = officer.locator(".files a.utrecht-link").getAttribute("href");
      assertThat(other.request().get(base() + path).status()).isEqualTo(404);
      assertThat(other.request().get(base() + path + "/preview").status()).isEqualTo(404);
      assertThat(other.request().get(base() + path + "/content").status()).isEqualTo(404);
      assertThat(own.request().get(base() + path + "/content").status()).isEqualTo(200);
    }
    assertThat(
            given()
                .redirects()
                .follow(false)
                .get("/backoffice/reports/x/attachments/y/content")
                .statusCode())
        .isEqualTo(302);
  }

  @Test
  void the_code_is_saved_as_a_small_file_that_says_nothing_else() {
    FormClient form = new FormClient("en");
    form.fillIn("zandvoort", "code to be saved", "unknown");
    Response sent = form.press("send");
    Matcher token = Pattern.compile("name=\"code\" value=\"([^\"]+)\"").matcher(sent.asString());
    assertThat(token.find()).isTrue();
    Response note = given().formParam("code", token.group(1)).post("/en/report/note");
    assertThat(note.header("Content-Disposition")).isEqualTo("attachment; filename=\"note.txt\"");
    assertThat(note.header("Cache-Control")).isEqualTo("no-store");
    assertThat(note.asString()).matches("(\\d{4} ){4}\\d{4}\\n");
    assertThat(note.asString().replaceAll("\\D", "")).isEqualTo(FormClient.code(sent));
    assertThat(given().formParam("code", "forged").post("/en/report/note").statusCode())
        .isEqualTo(400);
  }

  private static RequestSpecification raw() {
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)));
  }

  private static RequestSpecification upload(FormClient form) {
    return given()
        .config(
            RestAssured.config()
                .multiPartConfig(
                    MultiPartConfig.multiPartConfig().defaultCharset(StandardCharsets.UTF_8)))
        .multiPart("state", form.token());
  }

  private void open(Page officer, String words) {
    Inbox.row(officer, base(), words).locator("a").click();
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
  }

  private static long count(String table) throws SQLException {
    try (Connection owner =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().owner(), "");
        Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
