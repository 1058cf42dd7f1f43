package nl.uitweg.desk.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.uitweg.platform.sealing.ReceiptDerivation;
import nl.uitweg.report.ReportSubmission;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows, views, filters and keyboard shortcuts of the inbox. */
@ServerTest
class InboxTest {

  @Inject ReportSubmission submission;
  @Inject ReceiptDerivation receiptDerivation;

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void rowShowsMunicipalityStateAssigneeConsentAndAge() throws Exception {
    send("lindestede", "Net binnen, nog warm", Instant.now(), "share");
    try (DeskClient desk = new DeskClient(base(), "lindestede")) {
      String row = PageReader.text(Inbox.row(desk.context().newPage(), base(), "nog warm"));
      assertThat(row)
          .contains("Lindestede")
          .contains("Nieuw")
          .contains("Niemand")
          .contains("Delen mag")
          .containsPattern("vandaag \\d\\d:\\d\\d|gisteren \\d\\d:\\d\\d")
          .doesNotContain("wacht te lang");
    }
  }

  @Test
  void marksUnreadReportAsOverdueUntilRead() throws Exception {
    send("lindestede", "Twee weken ongelezen", Instant.now().minus(Duration.ofDays(14)), "contact");
    try (DeskClient desk = new DeskClient(base(), "lindestede")) {
      Page page = desk.context().newPage();
      Locator row = Inbox.row(page, base(), "Twee weken ongelezen");
      assertThat(row).containsText("14 dagen");
      assertThat(row).containsText("wacht te lang");
      assertThat(desk.get("/backoffice?view=late").text()).contains("Twee weken ongelezen");
      Browser.press(row.locator("a"));
      assertThat(desk.get("/backoffice?view=late").text()).doesNotContain("Twee weken ongelezen");
      assertThat(Inbox.row(page, base(), "Twee weken ongelezen"))
          .not()
          .containsText("wacht te lang");
    }
  }

  @Test
  void viewsAndFiltersHideOtherMunicipalities() throws Exception {
    send("zilvervoort", "Alleen voor Zilvervoort", Instant.now(), "unknown");
    try (DeskClient desk = new DeskClient(base(), "lindestede")) {
      for (InboxView view : InboxView.values()) {
        for (String filter : List.of("", "&municipality=zilvervoort", "&consent=unknown")) {
          assertThat(desk.get("/backoffice?view=" + view.key() + filter).text())
              .doesNotContain("Alleen voor Zilvervoort");
        }
      }
    }
  }

  @Test
  void explainsInvalidFilterAndKeepsIt() {
    try (DeskClient desk = new DeskClient(base(), "lindestede")) {
      String html =
          desk.get(
                  "/backoffice?view=x&state=x&from=gisteren&until=9999999-01-01&form=%27;--&label=%00"
                      + "&after=NORMAL.1.x&before=%22&assigned=%3Cscript%3E")
              .text();
      assertThat(html)
          .contains("Een deel van het filter klopt niet")
          .contains("value=\"gisteren\"")
          .doesNotContain("<script>");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"form=mining", "label=unknown", "municipality=zilvervoort"})
  void explainsAndIgnoresOptionThatIsNotOffered(String filter) throws Exception {
    send("lindestede", "Blijft in de lijst", Instant.now(), "unknown");
    try (DeskClient desk = new DeskClient(base(), "lindestede")) {
      assertThat(desk.get("/backoffice?view=all&" + filter).text())
          .contains("Een deel van het filter klopt niet")
          .contains("Blijft in de lijst");
    }
  }

  @Test
  void everyViewAndFilterWorksInBothDirections() throws Exception {
    send("lindestede", "Voor elk filter", Instant.now(), "contact");
    List<String> filters =
        List.of(
            "",
            "&state=new&urgency=normal&form=labour",
            "&from=2026-01-01&until=2199-12-31&municipality=none",
            "&assigned=lindestede&label=hospitality&consent=contact");
    String day = "2026-11-25.00000000-0000-4000-8000-000000000000";
    try (DeskClient desk = new DeskClient(base(), "lindestede")) {
      for (InboxView view : InboxView.values()) {
        for (String filter : filters) {
          for (String at : List.of("", "&before=CLOSED." + day, "&after=URGENT." + day)) {
            String path = "/backoffice?view=" + view.key() + filter + at;
            assertThat(desk.get(path).text())
                .as(path)
                .contains("class=\"views\"")
                .doesNotContain("Een deel van het filter klopt niet");
          }
        }
      }
    }
  }

  @Test
  void keyboardShortcutsMoveThroughRowsAndCanBeDisabled() throws Exception {
    send("lindestede", "Eerste voor de toetsen", Instant.now(), "unknown");
    send("lindestede", "Tweede voor de toetsen", Instant.now(), "unknown");
    try (DeskClient desk = new DeskClient(base(), "lindestede")) {
      Page page = desk.context().newPage();
      page.navigate(base() + "/backoffice?view=all");
      List<String> links =
          page.locator(".rows tbody a").all().stream().map(a -> a.getAttribute("href")).toList();
      page.keyboard().press("j");
      page.keyboard().press("j");
      assertThat(focused(page)).isEqualTo(links.get(1));
      page.keyboard().press("k");
      assertThat(focused(page)).isEqualTo(links.get(0));
      page.keyboard().press("?");
      assertThat(page.locator("details.keys dl")).isVisible();
      page.keyboard().press("/");
      assertThat(page.locator("details.filter form").first()).isVisible();
      assertThat(page.locator("#f-state:focus")).hasCount(1);
      page.keyboard().press("j");
      assertThat(page.locator("#f-state:focus")).hasCount(1);
      page.locator("details.keys button").click();
      page.reload();
      page.keyboard().press("j");
      assertThat(page.locator(".rows a:focus")).hasCount(0);
    }
  }

  @Test
  void fitsScreenAndPassesAxe() throws Exception {
    send("lindestede", "Om naar te kijken", Instant.now(), "unknown");
    for (int width : new int[] {320, 360, 1280}) {
      try (DeskClient desk = new DeskClient(base(), "lindestede")) {
        Page page = desk.context().newPage();
        page.setViewportSize(width, 800);
        page.navigate(base() + "/backoffice?view=all&consent=unknown");
        page.locator("details.keys summary").click();
        assertThat(Axe.violations(page)).isEmpty();
        assertThat(
                page.evaluate(
                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
            .as("the page fits a width of " + width + " pixels")
            .isEqualTo(true);
      }
    }
  }

  private static Object focused(Page page) {
    return page.evaluate("document.activeElement.getAttribute('href')");
  }

  private void send(String municipality, String text, Instant at, String contact) throws Exception {
    submission.submit(
        receiptDerivation.newSeed(),
        new ReportContent(
            "nl",
            at,
            Map.of(
                Question.SAFETY, List.of("no"),
                Question.MUNICIPALITY, List.of(municipality),
                Question.CONTACT, List.of(contact)),
            Map.of(Question.WHAT, text)),
        List.of());
  }
}
