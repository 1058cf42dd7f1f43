package nl.uitweg.desk.dossier;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import java.util.regex.Pattern;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/** An officer works with dossiers in a browser. */
@ServerTest
class DossierJourneyTest {

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void makesDossierFromSuggestionAndFillsIt() {
    SentReport first = send("A van ZK-731-B brings men each morning");
    SentReport second = send("At night zk-731-b comes back");
    SentReport third = send("Somebody cries behind the bakery");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      Page page = desk.context().newPage();
      page.navigate(base() + first.path());
      panel(page).getByText("Maak een nieuw dossier").click();
      assertThat(page.getByLabel("Titel van het dossier")).hasValue("ZK-731-B");
      assertThat(page.getByLabel("Waar gaat het dossier over?")).hasValue("plate");
      press(page, "Maak dossier");
      assertThat(panel(page)).containsText("Dossier ZK-731-B");
      assertThat(panel(page)).containsText("1 melding · dossier sinds");
      assertThat(panel(page)).containsText("van jou");

      page.navigate(base() + second.path());
      Locator suggested = panel(page).locator("optgroup").first();
      assertThat(suggested).hasAttribute("label", "Zelfde adres, nummer of profiel");
      panel(page)
          .getByLabel("Voeg de melding toe aan")
          .selectOption(
              suggested.locator("option", hasText("ZK-731-B (1 melding")).getAttribute("value"));
      press(page, "Voeg toe aan dossier");
      assertThat(panel(page)).containsText("2 meldingen");
      assertThat(page.locator("section[aria-labelledby=related]"))
          .containsText("in hetzelfde dossier");
      Browser.press(panel(page).getByText("Open het dossier"));

      assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("ZK-731-B");
      assertThat(reports(page)).containsText("A van ZK-731-B brings men");
      assertThat(reports(page)).containsText("At night zk-731-b comes back");
      assertThat(reports(page))
          .containsText(
              Pattern.compile("Kenteken ZK-731-B: 2 meldingen", Pattern.CASE_INSENSITIVE));
      assertThat(page.locator("#retention + p")).containsText("zolang deze open zijn");
      String number = number(desk, third);
      page.getByLabel("Voeg een melding toe: nummer").fill(number);
      press(page, "Voeg toe");
      assertThat(reports(page)).containsText("Somebody cries");
      assertThat(timeline(page)).containsText("Melding " + number + " toegevoegd door jou");
      assertThat(timeline(page)).containsText(number + ": Binnengekomen");
      assertThat(Axe.violations(page)).isEmpty();

      // From a report opened there, the officer returns to the dossier.
      String address = page.url();
      Browser.press(reports(page).getByText("Melding " + number).first());
      Browser.press(page.locator("main a").first());
      assertThat(page).hasURL(address);
    }
  }

  @Test
  void removesSplitsAndMergesWithUndo() {
    SentReport first = send("Dossier of three, the first");
    SentReport second = send("Dossier of three, the second");
    SentReport third = send("Dossier of three, the third");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String dossier = DossierClient.create(desk, first, "Kade 12", "house");
      DossierClient.add(desk, second, dossier);
      DossierClient.add(desk, third, dossier);
      Page page = desk.context().newPage();
      page.navigate(base() + dossier);
      Locator removed = reports(page).locator("article", hasText("Dossier of three, the third"));
      Browser.press(removed.getByRole(AriaRole.BUTTON));
      assertThat(reports(page)).not().containsText("the third");
      assertThat(page.locator("#undo")).hasText("Net is een melding eruit gehaald.");
      press(page, "Maak ongedaan");
      assertThat(reports(page)).containsText("the third");
      assertThat(page.locator("#undo")).hasCount(0);

      page.getByText("Splits het dossier").click();
      page.getByLabel("Melding " + number(desk, third) + " van").check();
      press(page, "Splits af");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Schrijf een titel");
      assertThat(page.getByLabel("Melding " + number(desk, third) + " van")).isChecked();
      page.locator("#split-title").fill("Kade 14");
      page.locator("#split-kind").selectOption("house");
      press(page, "Splits af");
      assertThat(reports(page)).not().containsText("the third");
      press(page, "Maak ongedaan");
      assertThat(reports(page)).containsText("the third");

      SentReport other = send("A report of another dossier");
      String otherDossier = DossierClient.create(desk, other, "Kade 99", "house");
      desk.post(otherDossier, otherDossier + "/notes", "note", "seen from the water");
      page.navigate(base() + dossier + "?merge=" + id(otherDossier) + "#merge");
      assertThat(page.getByLabel("Haal dit dossier erbij")).hasValue(id(otherDossier));
      press(page, "Voeg samen");
      assertThat(reports(page)).containsText("A report of another dossier");
      assertThat(page.locator("section[aria-labelledby=notes]"))
          .containsText("seen from the water");
      assertThat(desk.get(otherDossier).url()).endsWith(dossier);
      assertThat(desk.get("/backoffice/dossiers").text()).doesNotContain("Kade 99");
      press(page, "Maak ongedaan");
      assertThat(reports(page)).not().containsText("A report of another dossier");
      assertThat(page.locator("section[aria-labelledby=notes]"))
          .not()
          .containsText("seen from the water");
      assertThat(desk.get(otherDossier).text()).contains("seen from the water");
    }
  }

  @Test
  void keepsNotesOwnerTitleAndState() {
    SentReport report = send("A dossier to work on");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort");
        DeskClient colleague = new DeskClient(base(), "officer")) {
      assertThat(colleague.get("/backoffice").status()).isEqualTo(200);
      String dossier = DossierClient.create(desk, report, "Molenweg 3", "house");
      Page page = desk.context().newPage();
      page.navigate(base() + dossier);
      page.getByLabel("Nieuwe notitie").fill("The neighbour knows more");
      press(page, "Bewaar notitie");
      assertThat(page.locator("section[aria-labelledby=notes]"))
          .containsText("The neighbour knows more");
      page.getByText("Wijzig titel of soort").click();
      page.locator("#rename-title").fill("Molenweg 3a");
      press(page, "Bewaar titel");
      assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("Molenweg 3a");
      page.getByText("Geef aan een collega").click();
      page.getByLabel("Behandelaar").fill("lindestede");
      press(page, "Geef dossier");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Kies een collega");
      assertThat(page.getByLabel("Behandelaar")).hasValue("lindestede");
      page.getByLabel("Behandelaar").fill("officer");
      press(page, "Geef dossier");
      assertThat(page.locator(".case-head")).containsText("van officer");
      assertThat(colleague.get("/backoffice/dossiers?show=mine").text()).contains("Molenweg 3a");
      press(page, "Ik neem dit dossier");
      assertThat(page.locator(".case-head")).containsText("van jou");
      press(page, "Sluit het dossier");
      assertThat(page.locator(".tags")).containsText("Gesloten");
      assertThat(desk.get("/backoffice/dossiers").text()).doesNotContain("Molenweg 3a");
      assertThat(desk.get("/backoffice/dossiers?show=closed").text()).contains("Molenweg 3a");
      press(page, "Heropen het dossier");
      assertThat(page.locator(".tags")).containsText("Open");
      assertThat(timeline(page)).containsText("Dossier gesloten door jou");
    }
  }

  @Test
  void screensPassAxe() {
    SentReport report = send("A dossier to be looked at");
    String dossier;
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      dossier = DossierClient.create(desk, report, "Bekijkstraat 1", "house");
      DossierClient.add(desk, send("A second one to be looked at"), dossier);
    }
    for (int width : new int[] {360, 1280}) {
      try (var officer = Browser.officer(base(), "zilvervoort", width, true)) {
        Page page = officer.newPage();
        for (String address :
            new String[] {
              "/backoffice/dossiers", dossier, dossier + "/referral?to=police", report.path()
            }) {
          page.navigate(base() + address);
          assertThat(Axe.violations(page)).as(address + " at " + width).isEmpty();
        }
      }
    }
  }

  private static SentReport send(String text) {
    return SentReport.send("zilvervoort", text, "unknown");
  }

  private static String number(DeskClient desk, SentReport report) {
    return DossierClient.number(desk, report);
  }

  private static String id(String dossier) {
    return dossier.substring(dossier.lastIndexOf('/') + 1);
  }

  private static Locator panel(Page page) {
    return page.locator("section[aria-labelledby=dossier]");
  }

  private static Locator reports(Page page) {
    return page.locator("section[aria-labelledby=reports]");
  }

  private static Locator timeline(Page page) {
    return page.locator(".timeline").first();
  }

  private static Locator.LocatorOptions hasText(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  private static Page.GetByRoleOptions level(int level) {
    return new Page.GetByRoleOptions().setLevel(level);
  }

  private static void press(Page page, String name) {
    Browser.press(
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)));
  }
}
