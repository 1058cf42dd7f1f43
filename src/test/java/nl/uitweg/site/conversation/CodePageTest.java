package nl.uitweg.site.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page that asks for the code keeps what was typed, and answers malformed forms. */
@ServerTest
class CodePageTest {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void keepsTypedCodeWhenTheVisitorChoosesAnotherLanguage() {
    try (BrowserContext visitor = Browser.visitor(360, false, "en-GB")) {
      Page page = visitor.newPage();
      page.navigate(base() + "/en/code");
      page.locator("#code").fill("1234 5678");
      chooseLanguage(page, "Polski");
      assertThat(page.locator("html")).hasAttribute("lang", "pl");
      assertThat(page.locator("#code")).hasValue("1234 5678");
    }
  }

  @Test
  void keepsMessageOfInvalidPageUntilTheCodeIsEnteredAgain() {
    String code = send("typed on an expired page");
    String kept = "name=\"message\" value=\"typed with care\"";
    assertThat(post("token", "forged", "go", "send", "message", "typed with care"))
        .contains("Nothing was sent")
        .contains(kept);
    assertThat(post("code", "1234", "go", "open", "message", "typed with care")).contains(kept);
    assertThat(post("code", code, "go", "open", "message", "typed with care"))
        .contains("typed with care</textarea>");
  }

  private static String post(String... fields) {
    var request = given().contentType("application/x-www-form-urlencoded; charset=utf-8");
    for (int i = 0; i < fields.length; i += 2) {
      request.formParam(fields[i], fields[i + 1]);
    }
    return request.post("/en/code").asString();
  }

  @ParameterizedTest
  @CsvSource({"nl, 'code=%zz'", "ar, 'message=%'", "nl, 'go=%f&token=x'"})
  void answersMalformedFormInTheLanguageOfTheVisitor(String language, String body) {
    Response response =
        given()
            .contentType("application/x-www-form-urlencoded")
            .body(body)
            .post("/" + language + "/code");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.asString()).contains("<html lang=\"" + language + "\"");
  }

  @Test
  void answersBrokenMultipartFormInTheLanguageOfTheVisitor() {
    Response open = given().formParam("code", send("broken multipart")).post("/nl/code");
    String token = "--x\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n" + token(open);
    for (String body :
        List.of(
            "no part at all",
            token + "\r\n--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a",
            token + "\r\n--x\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\nhalf")) {
      Response response =
          given()
              .config(
                  RestAssured.config()
                      .encoderConfig(
                          encoderConfig()
                              .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
              .contentType("multipart/form-data; boundary=x")
              .body(body)
              .post("/nl/code");
      assertThat(response.statusCode()).as(body).isEqualTo(400);
      assertThat(response.asString()).as(body).contains("<html lang=\"nl\"");
    }
  }

  private static String send(String text) {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", text, "unknown");
    return FormClient.code(form.press("send"));
  }

  private static void chooseLanguage(Page page, String endonym) {
    page.locator(".languages summary").click();
    press(page, endonym);
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
