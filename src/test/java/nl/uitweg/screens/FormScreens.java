package nl.uitweg.screens;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import nl.uitweg.site.report.FormClient;

/**
 * Collects every screen of the form, its main error screens, and the pages after sending and with
 * an invalid token.
 */
final class FormScreens {

  private static final String SLUG = "report";

  /** Right-to-left text with a number and a line break. */
  private static final String TEXT = "\u05d0\u05d1 112\n\u05d2";

  private FormScreens() {}

  static void addTo(Screens screens, String language) {
    FormClient form = new FormClient(language);
    String address = "/" + language + "/" + SLUG;
    screens.add(200, "form, start", SLUG, form.open());
    screens.add(200, "form, danger", SLUG, form.next("safety", "yes", "role", "neighbour"));
    screens.add(200, "form, forms of exploitation", SLUG, form.next());
    screens.add(200, "form, which indicators", SLUG, form.next("forms", "unsure"));
    screens.add(200, "form, where", SLUG, form.next("indicators", "none"));
    screens.add(422, "form, where not chosen", SLUG, form.next("place", "12"));
    screens.add(200, "form, elsewhere", SLUG, form.next("municipality", "elsewhere"));
    form.press("back");
    screens.add(200, "form, what happens", SLUG, form.next("municipality", "dont-know"));
    screens.add(422, "form, what happens not written", SLUG, form.next("what", ""));
    screens.add(422, "form, too long", SLUG, form.next("what", "12345 ".repeat(1_700)));
    screens.add(200, "form, people", SLUG, form.next("what", TEXT, "since", "ongoing"));
    screens.add(200, "form, how do you know", SLUG, form.next("number", "few"));
    screens.add(200, "form, contact", SLUG, form.next("how", "saw"));
    screens.add(200, "form, how to reach", SLUG, form.next("contact", "contact"));
    screens.add(422, "form, how to reach not written", SLUG, form.next("way", ""));
    screens.add(422, "form, one-line answer too long", SLUG, form.next("way", "1".repeat(301)));
    screens.add(200, "form, check", SLUG, form.next("way", "0600000000"));
    screens.add(
        422,
        "form, wrong file",
        SLUG,
        given()
            .multiPart("state", form.sealedState())
            .multiPart("files", "1.pdf", Screens.PDF, "application/pdf")
            .post(address));
    screens.add(
        400,
        "form, not sent",
        SLUG,
        given()
            .config(
                RestAssured.config()
                    .encoderConfig(
                        encoderConfig()
                            .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
            .contentType("multipart/form-data; boundary=x")
            .body(
                "--x\r\nContent-Disposition: form-data; name=\"state\"\r\n\r\n"
                    + form.sealedState()
                    + "\r\n--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.png\"")
            .post(address));
    screens.add(200, "form, sent", SLUG, form.press("send"));
    screens.add(200, "form, sent before", SLUG, given().formParam("receipt", "old").post(address));
    screens.add(
        400,
        "form, invalid token",
        SLUG,
        given().formParam("state", "forged").formParam("what", TEXT).post(address));
  }
}
