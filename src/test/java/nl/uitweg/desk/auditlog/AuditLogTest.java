package nl.uitweg.desk.auditlog;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the auditor: filtering, paging, exporting and verifying events. */
@ServerTest
class AuditLogTest {

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void filtersEventsByReportAndAction(int width) {
    String address = sendAndRead("Audited by filter " + width);
    String id = address.substring(address.lastIndexOf('/') + 1);
    try (BrowserContext auditor = Browser.officer(base(), "auditor", width, true)) {
      Page page = auditor.newPage();
      page.navigate(base() + "/backoffice/audit");
      page.getByLabel("Melding", new Page.GetByLabelOptions().setExact(true))
          .fill(base() + address);
      page.locator("#action").selectOption("read");
      Browser.press(
          page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Laat zien")));
      assertThat(page.locator("tbody tr")).hasCount(1);
      assertThat(page.locator("tbody")).containsText("zilvervoort");
      assertThat(page.locator("tbody")).containsText("Gelezen");
      assertThat(page.locator("tbody")).containsText("Melding " + id.substring(0, 8));
      assertThat(page.locator("tbody")).containsText("gelukt");
      assertThat(page.locator("main")).containsText("Het logboek klopt");
      assertThat(Axe.violations(page)).isEmpty();
      page.navigate(base() + "/backoffice/audit/access?object=" + id);
      assertThat(page.locator("main")).containsText("zilvervoort");
      assertThat(page.locator("main")).containsText("Gelezen");
      assertThat(page.locator("main")).containsText("Aandachtsfunctionaris");
      assertThat(Axe.violations(page)).isEmpty();
    }
  }

  @Test
  void exportsFilteredEventsAndRecordsExport() {
    String address = sendAndRead("Audited in a table");
    try (DeskClient auditor = new DeskClient(base(), "auditor")) {
      APIResponse table =
          auditor.get("/backoffice/audit/export?actor=zilvervoort&object=" + address);
      assertThat(table.headers().get("content-type")).isEqualTo("text/csv; charset=utf-8");
      assertThat(table.text().lines())
          .hasSizeGreaterThan(1)
          .first()
          .asString()
          .contains("position,at,actor,action,what");
      assertThat(table.text()).contains(",zilvervoort,read,Gelezen,report/");
      assertThat(auditor.get("/backoffice/audit?action=audit-export").text())
          .contains("Logboek gedownload als CSV")
          .contains("actor=zilvervoort");
    }
  }

  @Test
  void pagesForwardAndBack() {
    try (DeskClient auditor = new DeskClient(base(), "auditor")) {
      for (int i = 0; i < 101; i++) {
        auditor.get("/backoffice/audit?object=nothing-here");
      }
      Page page = auditor.context().newPage();
      page.navigate(base() + "/backoffice/audit?actor=auditor&action=audit");
      String newest = PageReader.text(page.locator("tbody tr td").first());
      Browser.press(page.locator("[rel=next]"));
      assertThat(page.url()).contains("before=").contains("actor=auditor");
      assertThat(Long.parseLong(PageReader.text(page.locator("tbody tr td").first())))
          .isLessThan(Long.parseLong(newest) - 99);
      Browser.press(page.locator("[rel=prev]"));
      assertThat(page.url()).contains("after=");
      assertThat(page.locator("tbody tr")).hasCount(100);
    }
  }

  @Test
  void verifiesWholeChainOnRequest() {
    try (DeskClient auditor = new DeskClient(base(), "auditor")) {
      String page = auditor.post("/backoffice/audit", "/backoffice/audit/verify").text();
      assertThat(page)
          .contains("Het logboek klopt")
          .contains("Het hele logboek is op deze server voor het laatst gecontroleerd")
          .contains("Hele logboek gecontroleerd");
      assertThat(auditor.postWith("forged", "/backoffice/audit/verify").status()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=nonsense",
        "until=2026-13-45",
        "from=2026-11-24&until=2026-11-23",
        "from=%2B999999999-01-01",
        "before=x&after=99999999999999999999",
        "actor=%00&action=%27%3B--&result=%F0%9F%98%80&object=%3Cscript%3E"
      })
  void answersEveryQueryAndKeepsInput(String query) {
    try (DeskClient auditor = new DeskClient(base(), "auditor")) {
      APIResponse page = auditor.get("/backoffice/audit?" + query);
      assertThat(page.status()).isIn(200, 422);
      assertThat(page.text()).doesNotContain("<script>");
      if (query.contains("nonsense")) {
        assertThat(page.text()).contains("Deze periode klopt niet").contains("value=\"nonsense\"");
      }
      assertThat(auditor.get("/backoffice/audit/export?" + query).status()).isIn(200, 422);
    }
  }

  @Test
  void showsNothingForPeriodWithoutEvents() {
    try (DeskClient auditor = new DeskClient(base(), "auditor")) {
      assertThat(auditor.get("/backoffice/audit?from=2001-01-01&until=2001-12-31").text())
          .contains("Er zijn geen gebeurtenissen die hierbij passen");
    }
  }

  private String sendAndRead(String text) {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", text, "unknown");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
    try (DeskClient officer = new DeskClient(base(), "zilvervoort")) {
      String address = Inbox.address(officer.context().newPage(), base(), text);
      assertThat(officer.get(address).status()).isEqualTo(200);
      return address;
    }
  }
}
