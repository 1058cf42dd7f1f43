package nl.uitweg.site.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;

/** What a reporter cannot undo is asked first. */
@ServerTest
class ConfirmationTest {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  @Test
  void asksBeforeDeletingReadMessages() {
    Response open = openReport("nothing to delete");
    given()
        .formParam("token", token(open))
        .formParam("go", "send")
        .formParam("message", "not read yet by anybody")
        .post("/en/code");
    Response question = press(open, "ask-delete");
    assertThat(question.asString())
        .contains("They disappear here and at the municipality")
        .contains("name=\"message\" value=\"half a message\"")
        .doesNotContain("Nothing was deleted");
    assertThat(press(question, "delete").asString())
        .contains("Nothing was deleted")
        .contains("not read yet by anybody")
        .contains("half a message")
        .doesNotContain("been read are deleted");
  }

  @Test
  void asksBeforeWithdrawing() {
    Response question = press(openReport("to be withdrawn"), "ask-withdraw");
    assertThat(question.asString())
        .contains("only check whether anyone is in danger")
        .contains("your report is deleted, with all messages")
        .contains("cannot take back anything already passed on")
        .contains("name=\"message\" value=\"half a message\"");
    assertThat(press(question, "withdraw").asString())
        .contains("Your report is withdrawn")
        .doesNotContain("You have withdrawn your report")
        .doesNotContain("value=\"ask-withdraw\"");
  }

  @Test
  void doesNotSayWithdrawnWhenTheReportWasClosedMeanwhile() {
    Response question = press(openReport("closed before it is withdrawn"), "ask-withdraw");
    SuperuserDatabase.change("update report set state = 'CLOSED', closed_on = current_date");
    assertThat(press(question, "withdraw").asString())
        .contains("closed")
        .doesNotContain("Your report is withdrawn");
    SuperuserDatabase.change("delete from report");
  }

  private static Response openReport(String text) {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", text, "unknown");
    return given().formParam("code", FormClient.code(form.press("send"))).post("/en/code");
  }

  private static Response press(Response page, String button) {
    return given()
        .formParam("token", token(page))
        .formParam("go", button)
        .formParam("message", "half a message")
        .post("/en/code");
  }

  private static String token(Response page) {
    Matcher token = TOKEN.matcher(page.asString());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }
}
