package nl.uitweg.desk.neighbour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.util.List;
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

/** Matches between municipalities, as the officers of both sides see them. */
@ServerTest
class MatchesTest {

  private static final String PANEL = "aria-labelledby=\"neighbour\"";
  private static final String MARK = "Mogelijk verband met ";

  @TestHTTPResource("/")
  String root;

  @Inject MatchingJob job;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  /**
   * An officer sends a report with what the neighbour may have, reads it, searches for it and takes
   * it. Nothing happens until the neighbour takes up its own report.
   */
  @Test
  void plantedReportRevealsNothingThatIsNotTakenUp() {
    SentReport held = SentReport.send("lindestede", "Girls are brought in VX-731-K", "unknown");
    SentReport planted = SentReport.send("zilvervoort", "Planted: VX-731-K", "unknown");
    SentReport control = SentReport.send("zilvervoort", "Planted: VX-732-K", "unknown");
    try (DeskClient zilvervoort = new DeskClient(base(), "zilvervoort");
        DeskClient lindestede = new DeskClient(base(), "lindestede")) {
      lindestede.get(held.path());
      for (SentReport report : List.of(planted, control)) {
        zilvervoort.get(report.path());
        zilvervoort.post("/backoffice/search", "/backoffice/search", "q", "VX-731-K");
        take(zilvervoort, report);
      }
      job.run();
      assertThat(zilvervoort.get(planted.path()).text())
          .doesNotContain(PANEL, MARK, "andere gemeente");
      assertThat(sections(zilvervoort, planted)).isEqualTo(sections(zilvervoort, control));
      assertThat(lindestede.get(held.path()).text()).doesNotContain(PANEL, MARK);
      assertThat(matches(planted)).isEmpty();
      assertThat(AuditRows.about(planted.object())).noneMatch(event -> event.contains("match"));

      take(lindestede, held);
      assertThat(zilvervoort.get(planted.path()).text()).doesNotContain(PANEL);
      assertThat(lindestede.get(held.path()).text()).doesNotContain(PANEL);
      job.run();
      assertThat(matches(planted)).containsExactly("FOUND");
      String planters = zilvervoort.get(planted.path()).text();
      assertThat(panel(planters)).contains("In Lindestede is een melding in behandeling");
      String holders = lindestede.get(held.path()).text();
      assertThat(panel(holders)).contains("In Zilvervoort is een melding in behandeling");
      assertThat(panel(planters).replace("Lindestede", "Zilvervoort"))
          .as("both read the same")
          .isEqualTo(panel(holders));
      assertThat(planters).doesNotContain(held.id(), "Girls are brought", number(held));
      assertThat(panel(planters)).doesNotContain("VX-731-K", "Kenteken");
      assertThat(AuditRows.about(planted.object()))
          .contains("matching match-found done lindestede");
      assertThat(AuditRows.about(held.object())).contains("matching match-found done zilvervoort");
      assertThat(zilvervoort.get(control.path()).text()).doesNotContain(PANEL, MARK);
    }
  }

  @Test
  void showsWhatItIsAboutAfterBothAgreed() {
    SentReport first = SentReport.send("zilvervoort", "The driver of NB-482-T shouts", "unknown");
    SentReport second = SentReport.send("lindestede", "Sleeps in a van, nb-482-t", "unknown");
    try (DeskClient zilvervoort = new DeskClient(base(), "zilvervoort");
        DeskClient lindestede = new DeskClient(base(), "lindestede")) {
      take(zilvervoort, first);
      take(lindestede, second);
      job.run();
      Page page = zilvervoort.context().newPage();
      assertThat(Inbox.row(page, base(), "The driver of")).containsText(MARK + "Lindestede");
      page.navigate(base() + first.path());
      assertThat(page.locator(".band").first()).containsText(MARK + "Lindestede");
      assertThat(Axe.violations(page)).isEmpty();
      press(page, "Overleggen");
      assertThat(page.locator("section[aria-labelledby=neighbour]"))
          .containsText("Jouw gemeente wil overleggen. Wil Lindestede dat ook");
      job.run();
      assertThat(panel(lindestede.get(second.path()).text()))
          .as("nobody sees that the other side agreed")
          .contains("In Zilvervoort is een melding in behandeling")
          .doesNotContain("NB-482-T", "nb-482-t");
      assertThat(AuditRows.about(second.object())).noneMatch(event -> event.contains("agree"));

      lindestede.post(second.path(), second.path() + "/matches", "agree", match(second));
      job.run();
      assertThat(panel(lindestede.get(second.path()).text()))
          .contains("Kenteken", "nb-482-t", number(first), "zilvervoort")
          .doesNotContain("The driver", first.id());
      page.reload();
      assertThat(page.locator("section[aria-labelledby=neighbour]"))
          .containsText("Bel je collega in Lindestede");
      assertThat(panel(page.content().replace("&nbsp;", "\u00a0")))
          .contains("Kenteken", "NB-482-T", number(second), "lindestede")
          .doesNotContain("Sleeps in a van", second.id());
      assertThat(Axe.violations(page)).isEmpty();
      Browser.press(
          page.getByRole(
              AriaRole.LINK, new Page.GetByRoleOptions().setName("Draag over aan Lindestede")));
      assertThat(page.locator("select:has(option[value=municipality-lindestede])"))
          .hasValue("municipality-lindestede");
      assertThat(AuditRows.about(first.object()))
          .contains(
              "zilvervoort match-agree done lindestede",
              "matching match-agreed done lindestede",
              "zilvervoort match-read done lindestede");
      assertThat(AuditRows.about(second.object()))
          .contains(
              "lindestede match-agree done zilvervoort", "matching match-agreed done zilvervoort");
    }
  }

  @Test
  void isGoneForBothAfterOneDeclined() {
    SentReport first = SentReport.send("zilvervoort", "Cleaner arrives in GH-555-P", "unknown");
    SentReport second = SentReport.send("lindestede", "Again GH-555-P at the hotel", "unknown");
    try (DeskClient zilvervoort = new DeskClient(base(), "zilvervoort");
        DeskClient lindestede = new DeskClient(base(), "lindestede")) {
      take(zilvervoort, first);
      take(lindestede, second);
      job.run();
      zilvervoort.post(first.path(), first.path() + "/matches", "agree", match(first));
      lindestede.post(second.path(), second.path() + "/matches", "decline", match(second));
      job.run();
      assertThat(panel(zilvervoort.get(first.path()).text()))
          .contains("Geen overleg met Lindestede.")
          .doesNotContain("<button", "GH-555-P");
      assertThat(panel(lindestede.get(second.path()).text()))
          .contains("Geen overleg met Zilvervoort.")
          .doesNotContain("<button", "GH-555-P");
      Page page = zilvervoort.context().newPage();
      assertThat(Inbox.row(page, base(), "Cleaner arrives in")).not().containsText(MARK);
      assertThat(AuditRows.about(first.object())).contains("matching match-ended done lindestede");
      assertThat(AuditRows.about(second.object()))
          .contains("lindestede match-decline done zilvervoort");
      assertThat(
              SuperuserDatabase.values(
                  "select value::text from municipality_match where id = ?::uuid", match(first)))
          .as("the trace is forgotten")
          .containsOnlyNulls();

      zilvervoort.post(first.path(), first.path() + "/matches", "agree", match(first));
      lindestede.post(second.path(), second.path() + "/matches", "agree", match(first));
      assertThat(matches(first)).containsExactly("DECLINED");
      assertThat(AuditRows.about(first.object()))
          .contains("zilvervoort match-agree refused lindestede");
      SuperuserDatabase.change("insert into report_to_match values (?::uuid)", first.id());
      job.run();
      assertThat(matches(first)).as("it is not found again").containsExactly("DECLINED");
    }
  }

  @Test
  void answersOnlyForTheOwnSide() {
    SentReport first = SentReport.send("zilvervoort", "They left in KL-100-S", "unknown");
    SentReport second = SentReport.send("lindestede", "Two men in KL-100-S", "unknown");
    try (DeskClient zilvervoort = new DeskClient(base(), "zilvervoort");
        DeskClient lindestede = new DeskClient(base(), "lindestede");
        DeskClient ankerdaal = new DeskClient(base(), "ankerdaal")) {
      take(zilvervoort, first);
      take(lindestede, second);
      job.run();
      String match = match(first);
      assertThat(
              zilvervoort.post(first.path(), second.path() + "/matches", "agree", match).status())
          .isEqualTo(404);
      assertThat(ankerdaal.post("/backoffice", first.path() + "/matches", "agree", match).status())
          .isEqualTo(404);
      SentReport other = SentReport.send("zilvervoort", "Nothing in common", "unknown");
      assertThat(zilvervoort.post(other.path(), other.path() + "/matches", "agree", match).status())
          .isEqualTo(404);
      assertThat(matches(first)).containsExactly("FOUND");
    }
  }

  @Test
  void tellsBothByMailThatSomethingIsThere() {
    SentReport first = SentReport.send("zilvervoort", "Passports are in PR-821-J", "unknown");
    SentReport second = SentReport.send("lindestede", "PR-821-J with dark windows", "unknown");
    try (DeskClient zilvervoort = new DeskClient(base(), "zilvervoort");
        DeskClient lindestede = new DeskClient(base(), "lindestede")) {
      take(zilvervoort, first);
      take(lindestede, second);
      SuperuserDatabase.change("delete from report_notification");
      job.run();
      assertThat(SuperuserDatabase.values("select report_id::text from report_notification"))
          .as("a notification becomes a mail without content, as for a message")
          .containsExactlyInAnyOrder(first.id(), second.id());
    }
  }

  @Test
  void forgetsMatchOfWithdrawnReport() {
    SentReport first = SentReport.send("zilvervoort", "Seen in TT-903-B", "unknown");
    SentReport second = SentReport.send("lindestede", "She got into TT-903-B", "unknown");
    try (DeskClient zilvervoort = new DeskClient(base(), "zilvervoort");
        DeskClient lindestede = new DeskClient(base(), "lindestede")) {
      take(zilvervoort, first);
      take(lindestede, second);
      job.run();
      assertThat(matches(first)).hasSize(1);
      conversation(second, "withdraw");
      assertThat(matches(first)).isEmpty();
      assertThat(zilvervoort.get(first.path()).text()).doesNotContain(PANEL, MARK + "Lindestede");
    }
  }

  @Test
  void forgetsMatchOfPurgedReport() {
    SentReport first = SentReport.send("zilvervoort", "Parked: ZS-204-R", "unknown");
    SentReport second = SentReport.send("lindestede", "ZS-204-R every Sunday", "unknown");
    try (DeskClient zilvervoort = new DeskClient(base(), "zilvervoort");
        DeskClient lindestede = new DeskClient(base(), "lindestede")) {
      take(zilvervoort, first);
      take(lindestede, second);
      job.run();
      assertThat(matches(first)).hasSize(1);
      SuperuserDatabase.change("delete from report where id = ?::uuid", second.id());
      assertThat(matches(first)).isEmpty();
    }
  }

  /** A reporter who deletes a message is told that it is gone here too. */
  @Test
  void forgetsMatchOfDeletedMessage() {
    SentReport first = SentReport.send("zilvervoort", "A bus, which one I forgot", "unknown");
    SentReport second = SentReport.send("lindestede", "Bus HD-671-F brings them", "unknown");
    try (DeskClient zilvervoort = new DeskClient(base(), "zilvervoort");
        DeskClient lindestede = new DeskClient(base(), "lindestede")) {
      take(zilvervoort, first);
      take(lindestede, second);
      job.run();
      conversation(first, "send", "message", "Now I know: HD-671-F");
      zilvervoort.get(first.path());
      job.run();
      assertThat(matches(first)).as("compared again after a message").containsExactly("FOUND");
      conversation(first, "delete");
      assertThat(matches(first)).isEmpty();
    }
  }

  private static void take(DeskClient desk, SentReport report) {
    assertThat(desk.post(report.path(), report.path() + "/take").status()).isEqualTo(200);
  }

  private static void press(Page page, String button) {
    Browser.press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
  }

  /** The states of the matches of a report. */
  private static List<String> matches(SentReport report) {
    return SuperuserDatabase.values(
        "select state from municipality_match where ?::uuid in (first_id, second_id)", report.id());
  }

  private static String match(SentReport report) {
    return SuperuserDatabase.values(
            "select id::text from municipality_match where ?::uuid in (first_id, second_id)",
            report.id())
        .get(0);
  }

  private static String number(SentReport report) {
    String digits =
        SuperuserDatabase.values(
                "select number::text from handling where report_id = ?::uuid", report.id())
            .get(0);
    return digits.substring(0, 3) + "\u00a0" + digits.substring(3);
  }

  /** The panel in a case file, without what differs in every response. */
  private static String panel(String page) {
    int start = page.indexOf(PANEL);
    assertThat(start).as("the page has the panel").isPositive();
    return page.substring(start, page.indexOf("</section>", start))
        .replaceAll("name=\"token\" value=\"[^\"]+\"", "token")
        .replaceAll("/backoffice/reports/[0-9a-f-]+", "/backoffice/reports/*");
  }

  /** The headings of a case file, which show whether something was found. */
  private List<String> sections(DeskClient desk, SentReport report) {
    Page page = desk.context().newPage();
    page.navigate(base() + report.path());
    return PageReader.texts(page.locator("h2, .band"));
  }

  private static void conversation(SentReport report, String button, String... fields) {
    String page = given().formParam("code", report.code()).post("/en/code").asString();
    var form = given().formParam("token", DeskClient.tokenIn(page)).formParam("go", button);
    for (int i = 0; i < fields.length; i += 2) {
      form.formParam(fields[i], fields[i + 1]);
    }
    assertThat(form.post("/en/code").statusCode()).isLessThan(400);
  }
}
