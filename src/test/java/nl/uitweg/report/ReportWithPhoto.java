package nl.uitweg.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.SuperuserDatabase;

/**
 * A report that was sent through the public form, with a photo.
 *
 * @param code receipt code of the reporter
 * @param text answer to the question what happened
 */
public record ReportWithPhoto(UUID id, String code, String text) {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  /**
   * Sends a report.
   *
   * @param municipality id of a municipality, or {@code dont-know}
   * @param text answer to the question what happened
   */
  public static ReportWithPhoto send(String municipality, String text)
      throws SQLException, IOException {
    List<String> before = SuperuserDatabase.values("select id from report");
    FormClient form = new FormClient("en");
    form.fillIn(municipality, text, "unknown");
    String code = FormClient.code(submitForm(form.sealedState(), 40));
    assertThat(code).hasSize(20);
    List<String> after = SuperuserDatabase.values("select id from report");
    after.removeAll(before);
    assertThat(after).hasSize(1);
    return new ReportWithPhoto(UUID.fromString(after.get(0)), code, text);
  }

  /** Submits the form in this token, with a photo of this width in pixels. */
  public static Response submitForm(String token, int width) throws IOException {
    return given()
        .multiPart("state", token)
        .multiPart("files", "photo" + width + ".png", Photos.noise(width, 40), "image/png")
        .post("/en/report");
  }

  /** The page that the reporter sees after entering the code. */
  public String conversation() {
    return given().formParam("code", code).post("/en/code").asString();
  }

  public void sendMessage(String message) {
    Matcher token = TOKEN.matcher(conversation());
    assertThat(token.find()).isTrue();
    given()
        .formParam("token", token.group(1))
        .formParam("go", "send")
        .formParam("message", message)
        .post("/en/code");
  }

  /** Path of its case file. */
  public String path() {
    return "/backoffice/reports/" + id;
  }

  /** The audit events about the report, oldest first, each as action, result and reason. */
  public List<String> audit() throws SQLException {
    return SuperuserDatabase.values(
        "select action || ' ' || result || ' ' || reason from audit_event where object = ?"
            + " order by position",
        "report/" + id);
  }

  /** Ids of the files of the report. */
  public List<String> files() throws SQLException {
    return SuperuserDatabase.values("select id from attachment where report_id = ?", id);
  }
}
