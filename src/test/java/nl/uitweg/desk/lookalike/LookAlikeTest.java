package nl.uitweg.desk.lookalike;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import java.util.List;
import java.util.regex.Pattern;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.report.ReportWithPhoto;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.AuditRows;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;

@ServerTest
class LookAlikeTest {

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void marksTickedLookAlikesAsSpam() {
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
      page.getByLabel("prize number 2").uncheck();
      press(page, "Markeer 2 meldingen als nep");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("2 meldingen");
      assertThat(Inbox.row(page, base(), "prize number 2")).containsText("Nieuw");
      assertThat(Inbox.row(page, base(), "prize number 0")).containsText("Nep");
      Browser.press(Inbox.row(page, base(), "prize number 0").locator("a"));
      follow(page, "Zoek meldingen die hierop lijken");
      assertThat(page.locator("main")).not().containsText("prize number 1");
    }
  }

  @Test
  void clearsFortyFakesInThreeClicksAndKeepsRealOne() {
    String beginning = "Every evening eleven men are brought to the cold store by the canal";
    for (int i = 1; i <= 40; i++) {
      send("ankerdaal", beginning + ", look for yourself, offer " + i);
    }
    send("ankerdaal", beginning + ", look for the one whose hand is bleeding");
    try (DeskClient desk = new DeskClient(base(), "ankerdaal")) {
      Page page = desk.context().newPage();
      Browser.press(Inbox.row(page, base(), "offer 40").locator("a"));
      follow(page, "Zoek meldingen die hierop lijken");
      assertThat(page.getByText("Gelijk aan deze melding (40)")).isVisible();
      assertThat(page.getByText("Lijkt erop, verschilt (1)")).isVisible();
      assertThat(page.getByLabel("hand is bleeding")).not().isChecked();
      assertThat(page.locator("mark", new Page.LocatorOptions().setHasText("whose")))
          .hasText("the one whose hand is bleeding");
      assertThat(page.locator("[name=fake]:checked")).hasCount(40);
      press(page, "Markeer 40 meldingen als nep");
      assertThat(page.getByRole(AriaRole.STATUS))
          .containsText("40 meldingen zijn gemarkeerd als nep");
      Page inbox = desk.context().newPage();
      assertThat(Inbox.row(inbox, base(), "hand is bleeding")).containsText("Nieuw");
      press(page, "Maak ongedaan");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("40 meldingen zijn weer nieuw");
    }
  }

  @Test
  void proposesNothingThatCallsForCaution() throws Exception {
    String text = "Come and see the new shoes in the market hall on Friday, stand ";
    String fake = SentReport.send("ankerdaal", text + "1", "unknown").id();
    String same = SentReport.send("ankerdaal", text + "2", "unknown").id();
    String reachable = SentReport.send("ankerdaal", text + "3", "contact").id();
    String withPhoto = ReportWithPhoto.send("ankerdaal", text + "4").id().toString();
    String urgent = sendWith("yes", "Zeestraat 1", text + "5");
    String elsewhere = sendWith("no", "Zeestraat 29", text + "6");
    String phoneNumber = SentReport.send("ankerdaal", text + "06 11 22 33 44", "unknown").id();
    String list = "/backoffice/lookalikes?like=" + fake;
    try (DeskClient desk = new DeskClient(base(), "ankerdaal")) {
      assertThat(tickedIds(desk.get(list).text())).containsExactlyInAnyOrder(fake, same);
      assertThat(desk.get(list).text())
          .contains("<mark>Zeestraat 29</mark>")
          .contains("value=\"" + urgent + "\"", "value=\"" + phoneNumber + "\"");
      assertThat(tickedIds(desk.get(list + "&same=ALL").text()))
          .as("without scripts, a link ticks a whole group")
          .containsExactlyInAnyOrder(fake, same, reachable, withPhoto);
      assertThat(tickedIds(desk.get(list + "&same=NONE&other=ALL").text()))
          .containsExactlyInAnyOrder(urgent, elsewhere, phoneNumber);
    }
  }

  /** Sends a report that says whether there are children, and where. */
  private static String sendWith(String children, String place, String text) {
    List<String> before = SuperuserDatabase.values("select id::text from report");
    FormClient form = new FormClient("nl");
    form.open();
    form.next("safety", "no", "role", "neighbour");
    form.next("forms", "labour");
    form.next("indicators", "labour.no-passport", "indicators", "labour.long-days");
    form.next("municipality", "ankerdaal", "place", place);
    form.next("what", text, "since", "ongoing", "often", "");
    form.next(
        "age", "adult", "number", "few", "children", children, "speaks", "", "controller", "");
    form.next("how", "saw");
    form.next("contact", "unknown");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
    List<String> after = SuperuserDatabase.values("select id::text from report");
    after.removeAll(before);
    return after.get(0);
  }

  private static List<String> tickedIds(String page) {
    return Pattern.compile("name=\"?fake\"? value=\"?([0-9a-f-]{36})\"? checked")
        .matcher(page)
        .results()
        .map(ticked -> ticked.group(1))
        .toList();
  }

  @Test
  void listsSummaryOnlyAndRecordsReading() {
    String text =
        "Every night a white van brings eleven men to the cold store behind the greenhouses and"
            + " fetches them at six in the morning, in the rain and in the snow, on Sundays and on holidays,"
            + " and brings them back when everybody in the street has gone to bed, and only the last words say who drives";
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
      press(page, "Markeer 1 melding als nep");
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
          .contains("1 melding is gemarkeerd als nep.")
          .contains("1 melding is nog niet aangenomen en is niet gewijzigd.")
          .contains("value=\"" + taken.id() + "\"");
      Page page = desk.context().newPage();
      assertThat(Inbox.row(page, base(), "Nobody knows where")).containsText("Nog niet aangenomen");
      assertThat(Inbox.row(page, base(), "Nobody knows where")).containsText("Nieuw");
      assertThat(Inbox.row(page, base(), "This is in Lindestede")).containsText("Nep");
    }
  }

  @Test
  void takesUntakenReportForOnlyMunicipalityOfOfficer() {
    SentReport untaken = SentReport.send("dont-know", "Somewhere a machine sent this", "unknown");
    try (DeskClient desk = new DeskClient(base(), "ankerdaal")) {
      assertThat(mark(desk, untaken, untaken.id(), "spam"))
          .contains("1 melding is gemarkeerd als nep.")
          .doesNotContain("nog niet aangenomen");
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
      assertThat(page).contains("1 melding is gemarkeerd als nep.");
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
      String href = Inbox.address(page, base(), "Only for Zilvervoort to mark as spam");
      id = href.substring(href.lastIndexOf('/') + 1);
    }
    send("lindestede", "Something of Lindestede");
    try (DeskClient lindestede = new DeskClient(base(), "lindestede")) {
      assertThat(lindestede.get("/backoffice/lookalikes?like=" + id).status()).isEqualTo(404);
      assertThat(lindestede.get("/backoffice/lookalikes?like=nonsense").status()).isEqualTo(404);
      Page page = lindestede.context().newPage();
      String own = Inbox.address(page, base(), "Something of Lindestede");
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
