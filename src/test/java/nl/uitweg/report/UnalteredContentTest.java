package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;

/** Tests that a report stays readable after normal use by officers and reporters. */
@ServerTest
class UnalteredContentTest {

  private static final String UNREADABLE = "kan niet worden geopend";

  @TestHTTPResource("/")
  String root;

  @Test
  void reportSentToAllIsReadableAfterItWasTaken() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("dont-know", "sent to all of them");
    report.sendMessage("before it was taken");
    try (DeskClient desk = desk()) {
      assertThat(desk.get(report.path()).text())
          .contains(report.text())
          .contains("before it was taken")
          .doesNotContain(UNREADABLE);
      desk.post(report.path(), report.path() + "/take", "municipality", "zilvervoort");
      desk.post(report.path(), report.path() + "/notes", "note", "taken for Zilvervoort");
      desk.post(report.path(), report.path() + "/messages", "message", "asked after it was taken");
      assertThat(report.conversation())
          .contains("before it was taken")
          .contains("asked after it was taken");
      report.sendMessage("after it was taken");
      assertThat(desk.get(report.path()).text())
          .contains(report.text())
          .contains("before it was taken")
          .contains("asked after it was taken")
          .contains("after it was taken")
          .contains("taken for Zilvervoort")
          .doesNotContain(UNREADABLE);
      String file = report.path() + "/attachments/" + report.files().get(0) + "/content";
      assertThat(desk.get(file).status()).isEqualTo(200);
    }
  }

  @Test
  void filesOfBothSubmissionsOfSameFormAreReadable() throws Exception {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", "sent twice, with another file", "unknown");
    String code = FormClient.code(ReportWithPhoto.submitForm(form.sealedState(), 30));
    assertThat(FormClient.code(ReportWithPhoto.submitForm(form.sealedState(), 60)))
        .isEqualTo(code)
        .hasSize(20);
    String id =
        SuperuserDatabase.values(
                "select report_id from attachment group by 1 having count(*) = 2"
                    + " order by max(ctid) desc limit 1")
            .get(0);
    try (DeskClient desk = desk()) {
      assertThat(desk.get("/backoffice/reports/" + id).text())
          .contains("sent twice, with another file")
          .contains("photo30")
          .contains("photo60")
          .doesNotContain(UNREADABLE);
    }
  }

  private DeskClient desk() {
    return new DeskClient(root.substring(0, root.length() - 1), "zilvervoort");
  }
}
