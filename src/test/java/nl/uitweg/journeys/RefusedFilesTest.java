package nl.uitweg.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.DecompressionBombs;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files that are not taken, and forms with files that break off: nothing typed is lost. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class RefusedFilesTest {

  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<</Author(Iemand)>>endobj\n%%EOF".getBytes(StandardCharsets.US_ASCII);

  @Test
  void what_is_wrong_with_a_file_is_said_and_the_answers_stay() throws IOException, SQLException {
    FormClient form = new FormClient("en");
    form.fillIn("zandvoort", "with wrong files", "unknown");
    long before = Upload.count("report");
    byte[] program = {'M', 'Z', 0, 1, 2, 3, 4};
    byte[] large = new byte[10 * 1024 * 1024 + 1];
    System.arraycopy(PDF, 0, large, 0, PDF.length);
    Response wrong =
        Upload.upload(form)
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
    RequestSpecification many = Upload.upload(form);
    for (int i = 1; i <= 6; i++) {
      many.multiPart("files", "shot" + i + ".png", Photos.png(10 + i, 10, ""), "image/png");
    }
    assertThat(many.post("/en/report").asString()).contains("“shot6.png” is one too many");
    assertThat(Upload.count("report")).isEqualTo(before);
    assertThat(FormClient.code(Upload.upload(form).post("/en/report"))).hasSize(20);
  }

  @Test
  void imagesThatAskForAllMemoryAreNotCleanedAndTheAnswersStay() throws IOException {
    FormClient form = new FormClient("en");
    form.fillIn("zandvoort", "with images that are bombs", "unknown");
    Response bombs =
        Upload.upload(form)
            .multiPart("files", "a.jpg", DecompressionBombs.losslessJpeg(), "image/jpeg")
            .multiPart("files", "b.webp", DecompressionBombs.losslessWebp(), "image/webp")
            .post("/en/report");
    assertThat(bombs.statusCode()).isEqualTo(422);
    assertThat(bombs.asString())
        .contains("“a.jpg” may hold who made it")
        .contains("“b.webp” may hold who made it")
        .contains("with images that are bombs");
    Response photo =
        Upload.upload(form)
            .multiPart("files", "house.jpg", Photos.jpeg(120, 40, ""), "image/jpeg")
            .post("/en/report");
    assertThat(FormClient.code(photo)).as("a photo is cleaned without consent").hasSize(20);
  }

  @Test
  void a_form_that_breaks_off_or_is_no_form_stores_nothing_and_keeps_the_answers()
      throws SQLException {
    FormClient form = new FormClient("en");
    form.fillIn("zandvoort", "broken off", "unknown");
    long before = Upload.count("report");
    Response cut =
        Upload.raw()
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
        Upload.raw()
            .contentType("multipart/form-data; boundary=x")
            .body(
                "--x\r\nContent-Disposition: form-data; name=\"state\"\r\n\r\n"
                    + form.token()
                    + "\r\n--x\r\nContent-Disposition: form-data; na")
            .post("/en/report");
    assertThat(inHeader.statusCode()).isEqualTo(400);
    assertThat(inHeader.asString()).contains("broken off").contains("Not sent yet");
    Response none =
        Upload.raw().contentType("multipart/form-data").body("nothing").post("/en/report");
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(Upload.count("report")).isEqualTo(before);
  }
}
