package nl.uitweg.desk.related;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;

/** Reports that share a trace, as seen by their officer and by another municipality. */
@ServerTest
class RelatedTest {

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void showsSharedNumberPlateAndConfirmsLink() {
    send("zilvervoort", "First time the van RT-456-X stood there");
    send("zilvervoort", "Second time rt-456-x again at night");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      Page page = desk.context().newPage();
      Browser.press(Inbox.row(page, base(), "First time the van").locator("a"));
      Locator related = related(page);
      assertThat(related).containsText("1 andere melding over dit kenteken");
      assertThat(Axe.violations(page)).isEmpty();
      Browser.press(related.getByRole(AriaRole.BUTTON).first());
      assertThat(related(page)).containsText("in hetzelfde dossier");
      Browser.press(related(page).getByRole(AriaRole.LINK).first());
      assertThat(page.locator("main")).containsText("Second time rt-456-x");
      assertThat(related(page)).containsText("in hetzelfde dossier");
    }
  }

  /** Ten reports about one house, as ten people would write its address. */
  @Test
  void seesTenReportsAboutOneHouseTogetherFromEach() {
    List<String> spellings =
        List.of(
            "hogeweg 12",
            "Hoge Weg 12",
            "Hoge Weg nr. 12",
            "in het huis op de Hogeweg 12",
            "Hogewge 12",
            "Hoogeweg, nummer twaalf",
            "Hogeweg 12, 1041 AB",
            "12 Hogeweg",
            "HOGEWEG 12 ZILVERVOORT",
            "at number 12 on the Hogeweg");
    for (int i = 0; i < spellings.size(); i++) {
      send("zilvervoort", "Tenfold" + i + " " + spellings.get(i));
    }
    send("zilvervoort", "Tenfold neighbour at Hogeweg 21");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      Page page = desk.context().newPage();
      for (int i = 0; i < spellings.size(); i++) {
        Browser.press(Inbox.row(page, base(), "Tenfold" + i + " ").locator("a"));
        assertThat(house(page).locator("li")).hasCount(spellings.size() - 1);
      }
      assertThat(related(page)).containsText("Er kunnen meer meldingen zijn");
      assertThat(Axe.violations(page)).isEmpty();
      Browser.press(Inbox.row(page, base(), "Tenfold neighbour").locator("a"));
      assertThat(related(page)).containsText("In geen andere melding van de laatste 12 maanden");
      assertThat(related(page)).containsText("Hogeweg 21");
      for (String typed : List.of("hoge weg 12", "Hogeweg nr 12, Zilvervoort", "Hoge wg. 12")) {
        page.navigate(base() + "/backoffice/search");
        page.getByLabel("Wat zoek je?").fill(typed);
        Browser.press(
            page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zoek").setExact(true)));
        assertThat(page.locator("section[aria-labelledby=traced] li")).hasCount(spellings.size());
        assertThat(Axe.violations(page)).isEmpty();
      }
      send("zilvervoort", "Tenfold perhaps at Hogeweg 12a");
      Browser.press(Inbox.row(page, base(), "Tenfold perhaps").locator("a"));
      assertThat(house(page))
          .containsText("Misschien zelfde adres (plaats of toevoeging ontbreekt");
    }
  }

  /** The card about the house of the ten reports. */
  private static Locator house(Page page) {
    return related(page)
        .locator(".card", new Locator.LocatorOptions().setHasText("12"))
        .filter(
            new Locator.FilterOptions()
                .setHasText(Pattern.compile("ho+ge? ?we?ge?", Pattern.CASE_INSENSITIVE)))
        .first();
  }

  @Test
  void saysNothingOfAnotherMunicipality() {
    send("zilvervoort", "Zilvervoort saw profile @night.owl.77 on a flyer");
    send("lindestede", "Lindestede also saw @night.owl.77 somewhere");
    String foreignPath;
    try (DeskClient zilvervoort = new DeskClient(base(), "zilvervoort")) {
      Page page = zilvervoort.context().newPage();
      foreignPath = Inbox.address(page, base(), "Zilvervoort saw profile");
      assertThat(zilvervoort.get("/backoffice").status()).isEqualTo(200);
    }
    try (DeskClient lindestede = new DeskClient(base(), "lindestede")) {
      Page page = lindestede.context().newPage();
      String own = Inbox.address(page, base(), "Lindestede also saw");
      page.navigate(base() + own);
      assertThat(page.locator("main")).containsText("@night.owl.77");
      assertThat(
              related(page)
                  .locator(".card", new Locator.LocatorOptions().setHasText("@night.owl.77")))
          .hasCount(0);
      assertThat(page.locator("main")).not().containsText("andere gemeente");
      String other = foreignPath.substring(foreignPath.lastIndexOf('/') + 1);
      assertThat(lindestede.post(own, own + "/links", "same", other).status()).isEqualTo(404);
      assertThat(lindestede.post(own, own + "/links", "same", "nonsense").status()).isEqualTo(404);
      assertThat(lindestede.post(own, foreignPath + "/links", "same", other).status())
          .isEqualTo(404);
    }
    try (DeskClient auditor = new DeskClient(base(), "auditor")) {
      assertThat(auditor.postWith("none", foreignPath + "/links", "same", "x").status())
          .isEqualTo(403);
    }
  }

  /** Otherwise a neighbour could suppress suggestions before a municipality takes the reports. */
  @Test
  void decidesNothingAboutReportsThatNobodyHasTaken() {
    SentReport one = SentReport.send("dont-know", "Untaken report one", "unknown");
    SentReport two = SentReport.send("dont-know", "Untaken report two", "unknown");
    try (DeskClient desk = new DeskClient(base(), "lindestede")) {
      APIResponse refused = desk.post(one.path(), one.path() + "/links", "other", two.id());
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text()).contains("beide meldingen heeft aangenomen");
    }
    assertThat(
            SuperuserDatabase.values(
                "select 1::text from link_decision where ?::uuid in (report_id, other_id)",
                one.id()))
        .isEmpty();
  }

  @Test
  void forgetsNumberPlateOfDeletedMessage() {
    send("zilvervoort", "The grey bus KX-019-P waits each morning");
    String code = send("zilvervoort", "A bus, but which one I did not see");
    conversation(code, "send", "message", "Now I know: kx-019-p");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      Page page = desk.context().newPage();
      Browser.press(Inbox.row(page, base(), "but which one").locator("a"));
      assertThat(related(page)).containsText("1 andere melding over dit kenteken");
      assertThat(page.locator("main")).containsText("Now I know");
      conversation(code, "delete");
      Browser.press(Inbox.row(page, base(), "The grey bus").locator("a"));
      assertThat(page.locator("main")).containsText("The grey bus");
      assertThat(page.locator("main")).not().containsText("andere melding over dit kenteken");
    }
  }

  /** Submits a form of the conversation that a receipt code opens. */
  private static void conversation(String code, String button, String... fields) {
    String page = given().formParam("code", code).post("/en/code").asString();
    Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(page);
    assertThat(token.find()).isTrue();
    RequestSpecification form = given().formParam("token", token.group(1)).formParam("go", button);
    for (int i = 0; i < fields.length; i += 2) {
      form.formParam(fields[i], fields[i + 1]);
    }
    String answer = form.post("/en/code").asString();
    assertThat(answer).contains("role=\"status\"");
  }

  private static Locator related(Page page) {
    return page.locator("section[aria-labelledby=related]");
  }

  private static String send(String municipality, String text) {
    FormClient form = new FormClient("en");
    form.fillIn(municipality, text, "unknown");
    String code = FormClient.code(form.press("send"));
    assertThat(code).hasSize(20);
    return code;
  }
}
