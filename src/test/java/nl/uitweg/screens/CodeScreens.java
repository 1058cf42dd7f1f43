package nl.uitweg.screens;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.platform.abuse.CodeThrottleReset;
import nl.uitweg.site.report.FormClient;

/** Collects the screens for a reporter with a code, and those for a wrong code. */
final class CodeScreens {

  private static final String SLUG = "code";
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  private static final int MAX_ATTEMPTS = 20;
  private static final Map<String, Response> TOO_MANY_WRONG_CODES = tooManyWrongCodes();

  private final String language;
  private final String address;

  private CodeScreens(String language) {
    this.language = language;
    this.address = "/" + language + "/" + SLUG;
  }

  static void addTo(Screens screens, String language) {
    new CodeScreens(language).addTo(screens, new FormClient(language));
  }

  private void addTo(Screens screens, FormClient form) {
    CodeThrottleReset.reset();
    form.fillIn("zilvervoort", "seen on every screen", "unknown");
    String code = FormClient.code(form.press("send"));
    screens.add(200, "code", SLUG, given().get(address));
    screens.add(422, "code, wrong", SLUG, post("code", "1234"));
    screens.add(400, "code, invalid token", SLUG, post("token", "forged", "message", "12"));
    Response conversation = post("code", code);
    screens.add(200, "code, conversation", SLUG, conversation);
    screens.add(400, "code, nothing written", SLUG, act(conversation, "send"));
    screens.add(
        200,
        "code, message sent",
        SLUG,
        post("token", token(conversation), "go", "send", "message", "12"));
    screens.add(
        400,
        "code, wrong file",
        SLUG,
        given()
            .multiPart("token", token(conversation))
            .multiPart("files", "1.pdf", Screens.PDF, "application/pdf")
            .post(address));
    screens.add(200, "code, delete", SLUG, act(conversation, "ask-delete"));
    screens.add(200, "code, withdraw", SLUG, act(conversation, "ask-withdraw"));
    screens.add(200, "code, withdrawn", SLUG, act(conversation, "withdraw"));
    screens.add(429, "error 429", SLUG, TOO_MANY_WRONG_CODES.get(language));
  }

  /**
   * The page "too many wrong codes" by language. Enters wrong codes until the page appears in the
   * first language; in each of the other languages, one wrong code is enough.
   */
  private static Map<String, Response> tooManyWrongCodes() {
    Map<String, Response> pages = new HashMap<>();
    for (String language : Screens.languages()) {
      Response response = new CodeScreens(language).post("code", "1234");
      for (int i = 0; i < MAX_ATTEMPTS && response.statusCode() != 429; i++) {
        response = new CodeScreens(language).post("code", "1234");
      }
      pages.put(language, response);
    }
    CodeThrottleReset.reset();
    return pages;
  }

  private Response act(Response page, String button) {
    return post("token", token(page), "go", button);
  }

  private Response post(String... fields) {
    var request = given().contentType("application/x-www-form-urlencoded; charset=utf-8");
    for (int i = 0; i < fields.length; i += 2) {
      request.formParam(fields[i], fields[i + 1]);
    }
    return request.post(address);
  }

  private static String token(Response page) {
    Matcher token = TOKEN.matcher(page.asString());
    if (!token.find()) {
      throw new AssertionError("The page has no token");
    }
    return token.group(1);
  }
}
