package nl.uitweg.desk.lookalike;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.AuditRows;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

@ServerTest
class LookAlikeTest {

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void marksLookAlikesAsSpamExceptKeptReport() {
    for (int i = 0; i < 3; i++) {
      send("ankerdaal", "Win a telephone, press here for prize number " + i);
    }
    send("ankerdaal", "A boy washes dishes every night until four");
    try (DeskClient desk = new DeskClient(base(), "ankerdaal")) {
      Page page = desk.context().newPage();
      Browser.press(Inbox.row(page, base(), "prize number 1").locator("a"));
      follow(page, "Zoek meldingen die hierop lijken");
      String list = PageReader.text(page.locator("main"));
      assertThat(list)
          .contains("prize number 0")
          .contains("prize number 2")
          .doesNotContain("washes dishes");
      assertThat(Axe.violations(page)).isEmpty();
      page.getByLabel("prize number 2").check();
      press(page, "Zet weg als spam");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("2 meldingen");
      assertThat(Inbox.row(page, base(), "prize number 2")).containsText("Nieuw");
      assertThat(Inbox.row(page, base(), "prize number 0")).containsText("Spam");
      Browser.press(Inbox.row(page, base(), "prize number 0").locator("a"));
      follow(page, "Zoek meldingen die hierop lijken");
      assertThat(page.locator("main")).not().containsText("prize number 1");
    }
  }

  @Test
  void listsSummaryOnlyAndRecordsReading() {
    String text =
        "Every night a white van brings eleven men to the cold store behind the greenhouses and"
            + " fetches them at six in the morning, and only the last words say who drives";
    SentReport first = SentReport.send("ankerdaal", text, "unknown");
    SentReport second = SentReport.send("ankerdaal", text + " it", "unknown");
    try (DeskClient desk = new DeskClient(base(), "ankerdaal")) {
      String list = desk.get("/backoffice/lookalikes?like=" + first.id()).text();
      assertThat(list)
          .contains(second.path())
          .contains(ReportTexts.summary(text))
          .doesNotContain("only the last words");
      assertThat(desk.get("/backoffice").text())
          .contains(ReportTexts.summary(text))
          .doesNotContain("only the last words");
      assertThat(AuditRows.about(first.object())).containsExactly("ankerdaal look-alikes done");
      assertThat(AuditRows.about(second.object())).isEmpty();
      assertThat(desk.get(second.path()).text()).contains("only the last words");
      assertThat(AuditRows.about(second.object())).containsExactly("ankerdaal read done");
    }
  }

  @Test
  void undoRestoresReports() {
    send("ankerdaal", "Undo me please, I am a real report about a garage");
    try (DeskClient desk = new DeskClient(base(), "ankerdaal")) {
      Page page = desk.context().newPage();
      Browser.press(Inbox.row(page, base(), "Undo me please").locator("a"));
      follow(page, "Zoek meldingen die hierop lijken");
      press(page, "Zet weg als spam");
      press(page, "Maak ongedaan");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("1 melding is weer nieuw");
      assertThat(Inbox.row(page, base(), "Undo me please")).containsText("Nieuw");
    }
  }

  @Test
  void leavesOutUntakenReportOfOfficerWithSeveralMunicipalities() {
    SentReport untaken = SentReport.send("dont-know", "Nobody knows where this is", "unknown");
    SentReport taken = SentReport.send("lindestede", "This is in Lindestede", "unknown");
    String ids = untaken.id() + " " + taken.id();
    try (DeskClient desk = new DeskClient(base(), "officer")) {
      assertThat(mark(desk, untaken, ids, "spam"))
          .contains("1 melding is weggezet als spam.")
          .contains("1 melding is nog van niemand en bleef zoals die was.")
          .contains("value=\"" + taken.id() + "\"");
      Page page = desk.context().newPage();
      assertThat(Inbox.row(page, base(), "Nobody knows where")).containsText("Nog van niemand");
      assertThat(Inbox.row(page, base(), "Nobody knows where")).containsText("Nieuw");
      assertThat(Inbox.row(page, base(), "This is in Lindestede")).containsText("Spam");
    }
  }

  @Test
  void takesUntakenReportForOnlyMunicipalityOfOfficer() {
    SentReport untaken = SentReport.send("dont-know", "Somewhere a machine sent this", "unknown");
    try (DeskClient desk = new DeskClient(base(), "ankerdaal")) {
      assertThat(mark(desk, untaken, untaken.id(), "spam"))
          .contains("1 melding is weggezet als spam.")
          .doesNotContain("nog van niemand");
      assertThat(Inbox.row(desk.context().newPage(), base(), "Somewhere a machine"))
          .containsText("Ankerdaal");
    }
  }

  @Test
  void takesUntakenReportForMunicipalityThatOfficerChose() {
    SentReport untaken =
        SentReport.send("dont-know", "Sent by a machine to all of them", "unknown");
    try (DeskClient desk = new DeskClient(base(), "officer")) {
      assertThat(desk.get("/backoffice/lookalikes?like=" + untaken.id()).text())
          .contains("name=\"municipality\"");
      String page =
          desk.post(
                  untaken.path(),
                  "/backoffice/lookalikes",
                  "ids",
                  untaken.id(),
                  "to",
                  "spam",
                  "municipality",
                  "lindestede")
              .text();
      assertThat(page).contains("1 melding is weggezet als spam.");
      assertThat(Inbox.row(desk.context().newPage(), base(), "Sent by a machine to all"))
          .containsText("Lindestede");
    }
  }

  private static String mark(DeskClient desk, SentReport report, String ids, String to) {
    return desk.post(report.path(), "/backoffice/lookalikes", "ids", ids, "to", to).text();
  }

  @Test
  void refusesToMarkReportOfAnotherMunicipality() {
    send("zilvervoort", "Only for Zilvervoort to mark as spam");
    String id;
    try (DeskClient zilvervoort = new DeskClient(base(), "zilvervoort")) {
      Page page = zilvervoort.context().newPage();
      String href =
          Inbox.row(page, base(), "Only for Zilvervoort to mark as spam")
              .locator("a")
              .getAttribute("href");
      id = href.substring(href.lastIndexOf('/') + 1);
    }
    send("lindestede", "Something of Lindestede");
    try (DeskClient lindestede = new DeskClient(base(), "lindestede")) {
      assertThat(lindestede.get("/backoffice/lookalikes?like=" + id).status()).isEqualTo(404);
      assertThat(lindestede.get("/backoffice/lookalikes?like=nonsense").status()).isEqualTo(404);
      Page page = lindestede.context().newPage();
      String own =
          Inbox.row(page, base(), "Something of Lindestede").locator("a").getAttribute("href");
      assertThat(lindestede.post(own, "/backoffice/lookalikes", "ids", id, "to", "spam").text())
          .contains("0 meldingen");
      assertThat(lindestede.postWith("forged", "/backoffice/lookalikes", "ids", id).status())
          .isEqualTo(403);
    }
    try (DeskClient auditor = new DeskClient(base(), "auditor")) {
      assertThat(auditor.get("/backoffice/lookalikes").status()).isEqualTo(403);
    }
    try (DeskClient zilvervoort = new DeskClient(base(), "zilvervoort")) {
      assertThat(
              Inbox.row(
                  zilvervoort.context().newPage(), base(), "Only for Zilvervoort to mark as spam"))
          .containsText("Nieuw");
    }
  }

  private static void send(String municipality, String text) {
    FormClient form = new FormClient("en");
    form.fillIn(municipality, text, "unknown");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
  }

  private static void follow(Page page, String name) {
    Browser.press(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)));
  }

  private static void press(Page page, String name) {
    Browser.press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)));
  }
}
