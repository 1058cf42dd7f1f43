package nl.uitweg.desk.agenda;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.region.WorkingDays;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.AuditRows;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What officers mean to do about reports: in the case file, on the page of the agenda, in menu. */
@ServerTest
class AgendaTest {

  private static final String AGENDA = "/backoffice/agenda";
  private static final LocalDate TODAY = DutchTime.today(Clock.systemUTC());

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @AfterEach
  void emptyAgenda() {
    SuperuserDatabase.change("delete from agenda_item");
  }

  @Test
  void officerAddsItemForNextWeekSeesItInAgendaAndDoesIt() {
    SentReport report = SentReport.send("zilvervoort", "Call the coordinator first", "unknown");
    LocalDate day = WorkingDays.after(TODAY.plusDays(6), 1);
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", 1280, true)) {
      Page page = desk.newPage();
      page.navigate(base() + report.path());
      Locator panel = page.locator("section[aria-labelledby=agenda]");
      panel.locator("summary").click();
      panel.getByLabel("Wat ga je doen?").selectOption("call");
      panel.getByLabel("Notitie (mag leeg blijven)").fill("Ask about the shelter");
      assertThat(Axe.violations(page)).isEmpty();
      button(page, "Over een week");
      assertThat(panel.locator(".agenda-item")).containsText(day(day) + ": Bellen voor jou");
      assertThat(panel.locator(".agenda-item")).containsText("Ask about the shelter");

      Browser.press(page.locator(".desk-menu a[href='" + AGENDA + "']"));
      Locator item = page.locator(".agenda-item");
      assertThat(item).containsText(day(day));
      assertThat(item).containsText("Ask about the shelter");
      assertThat(Axe.violations(page)).isEmpty();
      Browser.press(item.getByRole(AriaRole.LINK));
      assertThat(page.locator("h1")).containsText("Melding");
      Browser.press(page.getByText("Terug naar de meldingen"));
      assertThat(page).hasURL(base() + AGENDA);
      Browser.press(item.getByRole(AriaRole.BUTTON).first());
      assertThat(page).hasURL(base() + AGENDA);
      assertThat(page.locator(".agenda-item")).hasCount(0);
      assertThat(page.locator("main")).containsText("Voor vandaag staat er niets.");

      page.navigate(base() + report.path());
      assertThat(panel).containsText("Gedaan (1)");
      assertThat(page.locator(".timeline").first())
          .containsText("Punt van de agenda gedaan door jou");
    }
    assertThat(AuditRows.about(report.object()))
        .contains(
            "zilvervoort agenda-add done call " + day + " zilvervoort",
            "zilvervoort agenda-done done call");
    assertThat(AuditRows.about("agenda")).contains("zilvervoort agenda done mine");
  }

  @Test
  void pageOfAgendaAndPanelFitPhoneAndPassAxe() {
    SentReport report = SentReport.send("zilvervoort", "Small screen", "unknown");
    try (BrowserContext phone = Browser.officer(base(), "zilvervoort", 360, true);
        DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      add(desk, report, "review", TODAY, "zilvervoort", "A note on a phone");
      Page page = phone.newPage();
      for (String path : List.of(AGENDA, report.path() + "?kind=interpreter")) {
        page.navigate(base() + path);
        assertThat(page.locator(".agenda-item")).containsText("A note on a phone");
        page.locator(".agenda-item summary").click();
        assertThat(Axe.violations(page)).as(path).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= 360"))
            .as("%s needs no scrolling sideways", path)
            .isEqualTo(true);
      }
    }
  }

  @Test
  void itemForColleagueIsInTheirAgendaAndMenu() {
    SentReport report = SentReport.send("zilvervoort", "For somebody else", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort");
        DeskClient colleague = new DeskClient(base(), "officer")) {
      assertThat(colleague.get("/backoffice").status()).isEqualTo(200);
      add(desk, report, "answer", TODAY, "officer", "Read what he wrote");
      assertThat(desk.get(AGENDA).text())
          .contains("Voor vandaag staat er niets.")
          .doesNotContain("Read what he wrote", "class=\"badge\"");
      assertThat(desk.get(AGENDA + "?of=municipality").text())
          .contains("Read what he wrote", "voor officer");
      assertThat(colleague.get(AGENDA).text()).contains("Read what he wrote", "voor jou");
      for (String screen : List.of("/backoffice", "/backoffice/guide", "/backoffice/instruments")) {
        assertThat(colleague.get(screen).text())
            .as(screen)
            .contains("<span class=\"badge\">1<span class=\"visually-hidden\">");
      }
    }
  }

  @Test
  void movesAndDeletesItem() {
    SentReport report = SentReport.send("zilvervoort", "Not today", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      add(desk, report, "consult", TODAY, "zilvervoort", "With the police");
      String item = report.path() + "/agenda/" + onlyItem();
      LocalDate later = TODAY.plusDays(20);
      assertThat(
              desk.post(
                      AGENDA, item, "act", "move", "day", later.toString(), "back", "municipality")
                  .url())
          .endsWith(AGENDA + "?of=municipality");
      assertThat(desk.get(AGENDA).text()).contains(day(later)).doesNotContain("class=\"badge\"");
      APIResponse past = desk.post(AGENDA, item, "act", "move", "day", "2020-02-29");
      assertThat(past.status()).isEqualTo(422);
      assertThat(past.text()).contains("Kies een dag vanaf vandaag", "value=\"2020-02-29\"");
      assertThat(desk.post(AGENDA, item, "act", "delete").url()).contains(report.path());
      assertThat(SuperuserDatabase.count("agenda_item")).isZero();
      assertThat(desk.post(report.path(), item, "act", "delete").status()).isEqualTo(404);
    }
    assertThat(AuditRows.about(report.object()))
        .contains(
            "zilvervoort agenda-move done consult " + TODAY.plusDays(20),
            "zilvervoort agenda-move refused",
            "zilvervoort agenda-delete done consult");
  }

  @Test
  void keepsWhatWasTypedWhenRefused() {
    SentReport report = SentReport.send("zilvervoort", "Half a form", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String path = report.path() + "/agenda";
      APIResponse noKind = desk.post(report.path(), path, "in", "1", "note", "kept <b>note</b>");
      assertThat(noKind.status()).isEqualTo(422);
      assertThat(noKind.text()).contains("Kies wat je gaat doen.", "kept &lt;b&gt;note&lt;/b&gt;");
      APIResponse stranger =
          desk.post(report.path(), path, "kind", "call", "in", "1", "officer", "lindestede");
      assertThat(stranger.status()).isEqualTo(422);
      assertThat(stranger.text()).contains("mag de melding niet openen");
      for (String day : List.of("", "yesterday", "2020-01-01", "9999-01-01")) {
        APIResponse refused =
            desk.post(report.path(), path, "kind", "call", "day", day, "officer", "zilvervoort");
        assertThat(refused.status()).as(day).isEqualTo(422);
        assertThat(refused.text()).contains("Kies een dag vanaf vandaag");
      }
      assertThat(SuperuserDatabase.count("agenda_item")).isZero();
    }
  }

  @Test
  void reportThatNobodyTookHasNoForm() {
    SentReport report = SentReport.send("dont-know", "Whose is this", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(desk.get(report.path()).text()).contains("Neem de melding eerst aan.");
      assertThat(
              desk.post(
                      report.path(),
                      report.path() + "/agenda",
                      "kind",
                      "call",
                      "in",
                      "1",
                      "officer",
                      "zilvervoort")
                  .status())
          .isEqualTo(409);
    }
  }

  @Test
  void officerOfAnotherMunicipalityNeitherSeesNorChangesItem() {
    SentReport report = SentReport.send("zilvervoort", "Behind the border", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort");
        DeskClient other = new DeskClient(base(), "lindestede")) {
      add(desk, report, "call", TODAY, "zilvervoort", "Between us");
      String item = report.path() + "/agenda/" + onlyItem();
      String token = other.token("/backoffice");
      assertThat(other.postWith(token, item, "act", "done").status()).isEqualTo(404);
      assertThat(other.postWith(token, report.path() + "/agenda", "kind", "call").status())
          .isEqualTo(404);
      assertThat(other.get(AGENDA + "?of=municipality").text()).doesNotContain("Between us");
      String own = SentReport.send("lindestede", "Through my own report", "unknown").path();
      assertThat(other.postWith(token, own + "/agenda/" + onlyItem(), "act", "done").status())
          .as("the item of another report, through a report of one's own")
          .isEqualTo(404);
      assertThat(desk.get(AGENDA).text()).contains("Between us");
    }
  }

  @Test
  void noteIsSealedForItsItemAndGoneWithTheReport() {
    SentReport report = SentReport.send("zilvervoort", "Sealed like a note", "unknown");
    String secret = "Kanariestraat 12";
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      add(desk, report, "call", TODAY, "zilvervoort", secret);
      add(desk, report, "other", TODAY, "zilvervoort", "the other one");
      String rows = String.join("", SuperuserDatabase.values("select t::text from agenda_item t"));
      assertThat(rows)
          .doesNotContain(
              secret, HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
      SuperuserDatabase.change(
          "update agenda_item set sealed = (select sealed from agenda_item where kind = 'call')");
      String page = desk.get(report.path()).text();
      assertThat(page).contains(secret, "kan niet worden geopend").doesNotContain("the other one");
      assertThat(AuditRows.about(report.object()))
          .contains("zilvervoort read-part undecryptable agenda");
    }
    SuperuserDatabase.change("delete from report where id = ?", UUID.fromString(report.id()));
    assertThat(SuperuserDatabase.count("agenda_item")).isZero();
  }

  @Test
  void asksForAnInterpreterWithLanguageAndDay() {
    FormClient form = new FormClient("pl");
    form.fillIn("zilvervoort", "Zabrali jej telefon i dokumenty", "unknown");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", 1280, false)) {
      Page page = desk.newPage();
      page.navigate(base() + Inbox.address(page, base(), "Zabrali jej telefon i dokumenty"));
      Browser.press(link(page, "Zet een tolk in de agenda"));
      assertThat(page.locator("#agenda-kind")).hasValue("interpreter");
      assertThat(page.locator("#agenda-day")).hasValue(WorkingDays.after(TODAY, 1).toString());
      assertThat(page.locator("#agenda-note")).hasValue("Taal: Pools (Polski)");
      button(page, "Zet in de agenda");
      assertThat(page.locator(".agenda-item")).containsText("Tolk voor jou");
      assertThat(page.locator(".agenda-item")).containsText("Taal: Pools (Polski)");
    }
    SentReport dutch = SentReport.send("zilvervoort", "Gewoon Nederlands", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(desk.get(dutch.path()).text()).doesNotContain("Zet een tolk in de agenda");
    }
  }

  @Test
  void leadsToWhatWaitsTooLongAndWhatIsPurgedSoon() {
    SentReport late = SentReport.send("zilvervoort", "Nobody read me", "unknown");
    SuperuserDatabase.change(
        "update report set received_on = current_date - 30 where id = ?",
        UUID.fromString(late.id()));
    SentReport soon = SentReport.send("zilvervoort", "Almost gone", "unknown");
    SuperuserDatabase.change(
        "update report set state = 'CLOSED', closed_on = current_date - 365 where id = ?",
        UUID.fromString(soon.id()));
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", 1280, false)) {
      Page page = desk.newPage();
      page.navigate(base() + "/backoffice");
      page.navigate(base() + AGENDA);
      assertThat(page.locator("section[aria-labelledby=purges] a[href*='" + soon.id() + "']"))
          .hasCount(1);
      assertThat(page.locator("section[aria-labelledby=purges] a[href='/backoffice/purge']"))
          .hasCount(1);
      Browser.press(
          page.locator("section[aria-labelledby=waiting] a[href='/backoffice?view=late']"));
      assertThat(page.locator("tr a[href*='" + late.id() + "']")).hasCount(1);
    }
  }

  private void add(
      DeskClient desk, SentReport report, String kind, LocalDate day, String officer, String note) {
    APIResponse added =
        desk.post(
            report.path(),
            report.path() + "/agenda",
            "kind",
            kind,
            "day",
            day.toString(),
            "officer",
            officer,
            "note",
            note);
    assertThat(added.status()).isEqualTo(200);
    assertThat(added.text()).contains(note);
  }

  private static String onlyItem() {
    List<String> ids = SuperuserDatabase.values("select id::text from agenda_item");
    assertThat(ids).hasSize(1);
    return ids.get(0);
  }

  private static String day(LocalDate day) {
    return Dates.dayWithWeekday(day, Language.DUTCH);
  }

  private static void button(Page page, String name) {
    Browser.press(
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
  }
}
