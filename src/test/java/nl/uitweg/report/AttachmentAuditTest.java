package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/** Tests that opening a file of a report is recorded in the audit trail. */
@ServerTest
class AttachmentAuditTest {

  @TestHTTPResource("/")
  String root;

  @Test
  void recordsFilePageAndFileContentSeparately() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "with a photo to look at");
    try (DeskClient desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort")) {
      desk.get("/backoffice"); // indexes the report
      String id = report.files().get(0);
      String file = report.path() + "/attachments/" + id;
      assertThat(desk.get(file).text()).contains("photo40.png");
      assertThat(report.audit())
          .filteredOn(event -> !event.startsWith("received "))
          .containsExactly("read-part done attachment/" + id);
      assertThat(desk.get(file + "/content").status()).isEqualTo(200);
      assertThat(report.audit()).last().isEqualTo("attachment done attachment/" + id);
    }
  }
}
