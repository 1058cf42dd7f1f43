package nl.uitweg.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.AttachmentKind;
import nl.uitweg.testsupport.AttachmentKind.Outcome;
import nl.uitweg.testsupport.AttachmentKinds;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.RawConnection;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import nl.uitweg.testsupport.TestTimeout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends a file of every kind: what the reporter reads, what an officer can download, and that
 * nothing is left behind. {@code bin/bench attachments} measures what each kind costs.
 */
@ServerTest
class AttachmentKindsTest {

  private static final int MEGABYTE = 1024 * 1024;

  private static @Nullable DeskClient desk;

  @TestHTTPResource("/")
  String root;

  @AfterAll
  static void close() {
    if (desk != null) {
      desk.close();
    }
  }

  /** The server deletes them when the response has ended, which may be after it was read. */
  @AfterEach
  void nothingIsLeftInTemporaryFolder() {
    TestTimeout.await().until(AttachmentKindsTest::sealedFiles, List::isEmpty);
  }

  private static List<Path> sealedFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith("sealed")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isTreatedAsDocumented(AttachmentKind kind) throws IOException {
    FormClient form = new FormClient("en");
    String text = "a file of this kind: " + kind.description();
    form.fillIn("zilvervoort", text, "unknown");
    List<String> before = SuperuserDatabase.values("select id from report");
    Response answer = send(form, kind, false);
    if (kind.outcome() == Outcome.CLEANED || kind.outcome() == Outcome.AS_IT_IS) {
      assertThatOfficerGetsFile(kind, answer, before);
      return;
    }
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString()).contains(message(kind.outcome())).contains(text);
    assertThat(SuperuserDatabase.values("select id from report")).isEqualTo(before);
    Response afterAgreeing = send(form, kind, true);
    if (kind.outcome() == Outcome.AFTER_CONFIRMATION) {
      assertThatOfficerGetsFile(kind, afterAgreeing, before);
    } else {
      assertThat(afterAgreeing.statusCode()).as("agreeing changes nothing").isEqualTo(422);
      assertThat(FormClient.code(form.press("send"))).as("sent without the file").hasSize(20);
    }
  }

  static List<AttachmentKind> kinds() throws IOException {
    return AttachmentKinds.all();
  }

  @Test
  void thereIsKindForEveryOutcome() throws IOException {
    assertThat(kinds()).hasSizeGreaterThanOrEqualTo(25);
    assertThat(kinds()).extracting(AttachmentKind::outcome).contains(Outcome.values());
    assertThat(kinds()).extracting(AttachmentKind::description).doesNotHaveDuplicates();
  }

  @Test
  void fileOf100MegabytesIsNotReceivedAndAnswersAreKept() throws IOException {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", "with a long film", "unknown");
    byte[] start =
        ("--x\r\nContent-Disposition: form-data; name=\"state\"\r\n\r\n"
                + form.sealedState()
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"files\";"
                + " filename=\"film.mp4\"\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] piece = new byte[MEGABYTE];
    String answer;
    try (RawConnection visitor = new RawConnection("127.0.0.1", URI.create(root).getPort())) {
      visitor.send(
          "POST /en/report HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data;"
              + " boundary=x\r\nContent-Length: "
              + (start.length + 101L * MEGABYTE)
              + "\r\n\r\n");
      visitor.send(start);
      for (int i = 0; i < 101; i++) {
        visitor.send(piece);
      }
      answer = visitor.readUntil("</html>");
    }
    assertThat(answer)
        .startsWith("HTTP/1.1 413 ")
        .contains("Not sent yet")
        .contains("each up to 10 MB")
        .contains("Your answers are still here");
    form.token(FormClient.tokenIn(answer));
    assertThat(form.press("stay").asString()).contains("with a long film");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
  }

  private static Response send(FormClient form, AttachmentKind kind, boolean agreed) {
    RequestSpecification request = MultipartRequests.withToken(form);
    if (agreed) {
      request.multiPart("uncleaned", "yes");
    }
    return request
        .multiPart("files", kind.fileName(), kind.content(), "application/octet-stream")
        .post("/en/report");
  }

  private static String message(Outcome outcome) {
    return switch (outcome) {
      case AFTER_CONFIRMATION -> "may show who made it, where and when";
      case REFUSED_TYPE -> "is a type of file we cannot open";
      case REFUSED_SIZE -> "is larger than 10 MB";
      case REFUSED_EMPTY -> "is empty";
      case CLEANED, AS_IT_IS -> throw new IllegalArgumentException("no message: " + outcome);
    };
  }

  private void assertThatOfficerGetsFile(
      AttachmentKind kind, Response sent, List<String> reportsBefore) throws IOException {
    assertThat(FormClient.code(sent)).as(sent.asString()).hasSize(20);
    List<String> reports = SuperuserDatabase.values("select id from report");
    reports.removeAll(reportsBefore);
    String report = reports.get(0);
    String file =
        SuperuserDatabase.values(
                "select id::text from attachment where report_id = ?::uuid", report)
            .get(0);
    DeskClient officer = desk();
    officer.get("/backoffice"); // indexes the report
    String path = "/backoffice/reports/" + report + "/attachments/" + file + "/content";
    APIResponse shown = officer.get(path);
    APIResponse saved = officer.get(path + "?save=yes");
    boolean cleaned = kind.outcome() == Outcome.CLEANED;
    AttachmentKind.Download expected = kind.download().orElseThrow();
    for (APIResponse response : List.of(shown, saved)) {
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.headers())
          .containsEntry("content-type", expected.mediaType())
          .containsEntry("x-content-type-options", "nosniff");
      assertThat(response.headers().get("content-security-policy"))
          .contains("default-src 'none'; sandbox");
    }
    assertThat(fileName(saved)).isEqualTo(expected.fileName());
    if (cleaned) {
      assertThat(shown.headers()).containsEntry("content-disposition", "inline");
      assertThatNothingIsHidden(shown.body());
    } else {
      assertThat(fileName(shown)).as("never shown in the page").isEqualTo(expected.fileName());
      assertThat(shown.body()).isEqualTo(kind.content());
    }
  }

  private static void assertThatNothingIsHidden(byte[] image) throws IOException {
    assertThat(ImageIO.read(new ByteArrayInputStream(image))).isNotNull();
    assertThat(new String(image, StandardCharsets.ISO_8859_1))
        .doesNotContain("N 52.3508")
        .doesNotContain("Exif")
        .doesNotContain("GPS")
        .doesNotContain("xmpmeta")
        .doesNotContain("script")
        .doesNotContain("PK\u0003\u0004");
  }

  /** The decoded file name of a download; the name is not there when it is shown in the page. */
  private static String fileName(APIResponse response) {
    String disposition = response.headers().get("content-disposition");
    String start = "attachment; filename*=UTF-8''";
    assertThat(disposition).startsWith(start);
    return URLDecoder.decode(
        disposition.substring(start.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private DeskClient desk() {
    DeskClient officer = desk;
    if (officer == null) {
      officer = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort");
      desk = officer;
    }
    return officer;
  }
}
