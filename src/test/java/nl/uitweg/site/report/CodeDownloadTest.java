package nl.uitweg.site.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/** Downloads the code as a file. */
@ServerTest
class CodeDownloadTest {

  @Test
  void downloadsCodeAsFileWithDigitsOnly() {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", "code to be saved", "unknown");
    Response sent = form.press("send");
    Matcher token = Pattern.compile("name=\"receipt\" value=\"([^\"]+)\"").matcher(sent.asString());
    assertThat(token.find()).isTrue();
    Response note = given().formParam("receipt", token.group(1)).post("/en/report/note");
    assertThat(note.header("Content-Disposition")).isEqualTo("attachment; filename=\"note.txt\"");
    assertThat(note.header("Cache-Control")).isEqualTo("no-store");
    assertThat(note.asString()).matches("(\\d{4} ){4}\\d{4}\\n");
    assertThat(note.asString().replaceAll("\\D", "")).isEqualTo(FormClient.code(sent));
    assertThat(given().formParam("receipt", "forged").post("/en/report/note").statusCode())
        .isEqualTo(400);
  }
}
