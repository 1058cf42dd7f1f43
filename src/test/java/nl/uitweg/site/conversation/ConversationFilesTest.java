package nl.uitweg.site.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/** Files that a reporter sends with a message. */
@ServerTest
class ConversationFilesTest {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void namesEmptyFileAndSendsNothing() {
    Response open = given().formParam("code", send("an empty photo")).post("/en/code");
    Response refused =
        given()
            .multiPart("token", token(open))
            .multiPart("message", "see the photo")
            .multiPart("files", "kitchen.jpg", new byte[0], "image/jpeg")
            .post("/en/code");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.asString())
        .contains("“kitchen.jpg” is empty")
        .contains("see the photo")
        .contains("There are no messages");
    Response withoutFile =
        given()
            .multiPart("token", token(open))
            .multiPart("message", "without a photo")
            .multiPart("files", "", new byte[0], "application/octet-stream")
            .post("/en/code");
    assertThat(withoutFile.asString()).contains("Your message was sent");
  }

  @Test
  void showsProgressWhileFilesAreSent() {
    String code = send("with a large file");
    try (BrowserContext visitor = Browser.visitor(360, true, "en-GB")) {
      Page page = visitor.newPage();
      page.navigate(base() + "/en/code");
      page.locator("#code").fill(code);
      press(page, "View");
      page.locator("#attach summary").click();
      Locator button = page.locator("#files");
      assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(48);
      button.setInputFiles(
          new FilePayload("notes.txt", "text/plain", "word ".repeat(400_000).getBytes(UTF_8)));
      assertThat(page.locator(".upload")).isHidden();
      List<Route> held = new ArrayList<>();
      page.route("**/en/code", held::add);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send message")).click();
      assertThat(
              page.getByRole(
                  AriaRole.PROGRESSBAR,
                  new Page.GetByRoleOptions().setName("Your files are being sent")))
          .isVisible();
      page.waitForCondition(() -> !held.isEmpty());
      held.get(0).resume();
      assertThat(page.locator("main")).containsText("Your message was sent");
      assertThat(page.locator("main")).containsText("1 file attached");
    }
  }

  private static String send(String text) {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", text, "unknown");
    return FormClient.code(form.press("send"));
  }

  private static void press(Page page, String button) {
    Browser.press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
  }

  private static String token(Response page) {
    Matcher token = TOKEN.matcher(page.asString());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }
}
