package nl.uitweg.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.DecompressionBombs;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;

/** Rejected files and truncated uploads; the answers of the reporter are kept. */
@ServerTest
class RejectedFilesTest {

  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<</Author(Iemand)>>endobj\n%%EOF".getBytes(StandardCharsets.US_ASCII);

  @Test
  void explainsRejectedFilesAndKeepsAnswers() throws IOException, SQLException {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", "with wrong files", "unknown");
    long before = SuperuserDatabase.count("report");
    byte[] program = {'M', 'Z', 0, 1, 2, 3, 4};
    byte[] large = new byte[10 * 1024 * 1024 + 1];
    System.arraycopy(PDF, 0, large, 0, PDF.length);
    Response rejected =
        MultipartRequests.withToken(form)
            .multiPart("uncleaned", "yes")
            .multiPart("files", "photo.jpg", program, "image/jpeg")
            .multiPart("files", "groot.pdf", large, "application/pdf")
            .multiPart("files", "<b>.pdf", PDF, "application/pdf")
            .post("/en/report");
    assertThat(rejected.statusCode()).isEqualTo(422);
    assertThat(rejected.asString())
        .contains("“photo.jpg” is a type of file we cannot open")
        .contains("“groot.pdf” is larger than 10 MB")
        .contains("with wrong files")
        .doesNotContain("<b>.pdf");
    RequestSpecification tooMany = MultipartRequests.withToken(form);
    for (int i = 1; i <= 6; i++) {
      tooMany.multiPart("files", "shot" + i + ".png", Photos.png(10 + i, 10, ""), "image/png");
    }
    assertThat(tooMany.post("/en/report").asString()).contains("“shot6.png” cannot be added");
    assertThat(SuperuserDatabase.count("report")).isEqualTo(before);
    assertThat(FormClient.code(MultipartRequests.withToken(form).post("/en/report"))).hasSize(20);
  }

  @Test
  void treatsDecompressionBombsAsNotCleanableAndKeepsAnswers() throws IOException {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", "with images that are bombs", "unknown");
    Response bombs =
        MultipartRequests.withToken(form)
            .multiPart("files", "a.jpg", DecompressionBombs.losslessJpeg(), "image/jpeg")
            .multiPart("files", "b.webp", DecompressionBombs.losslessWebp(), "image/webp")
            .post("/en/report");
    assertThat(bombs.statusCode()).isEqualTo(422);
    assertThat(bombs.asString())
        .contains("“a.jpg” may show who made it")
        .contains("“b.webp” may show who made it")
        .contains("with images that are bombs");
    Response photo =
        MultipartRequests.withToken(form)
            .multiPart("files", "house.jpg", Photos.jpeg(120, 40, ""), "image/jpeg")
            .post("/en/report");
    assertThat(FormClient.code(photo))
        .as("a photo that can be cleaned is accepted without the box for uncleaned files")
        .hasSize(20);
  }

  @Test
  void storesNothingOfTruncatedFormAndKeepsAnswers() throws SQLException {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", "broken off", "unknown");
    long before = SuperuserDatabase.count("report");
    Response truncated =
        MultipartRequests.raw()
            .contentType("multipart/form-data; boundary=x")
            .body(
                "--x\r\nContent-Disposition: form-data; name=\"state\"\r\n\r\n"
                    + form.sealedState()
                    + "\r\n--x\r\nContent-Disposition: form-data; name=\"files\";"
                    + " filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nhalf a fi")
            .post("/en/report");
    assertThat(truncated.statusCode()).isGreaterThanOrEqualTo(400).isNotEqualTo(500);
    assertThat(truncated.asString()).contains("broken off").contains("Not sent yet");
    Response truncatedInHeader =
        MultipartRequests.raw()
            .contentType("multipart/form-data; boundary=x")
            .body(
                "--x\r\nContent-Disposition: form-data; name=\"state\"\r\n\r\n"
                    + form.sealedState()
                    + "\r\n--x\r\nContent-Disposition: form-data; na")
            .post("/en/report");
    assertThat(truncatedInHeader.statusCode()).isEqualTo(400);
    assertThat(truncatedInHeader.asString()).contains("broken off").contains("Not sent yet");
    Response notMultipart =
        MultipartRequests.raw()
            .contentType("multipart/form-data")
            .body("nothing")
            .post("/en/report");
    assertThat(notMultipart.statusCode()).isEqualTo(400);
    assertThat(SuperuserDatabase.count("report")).isEqualTo(before);
  }
}
