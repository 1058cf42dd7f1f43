package nl.uitweg.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Layout and accessibility of the desk pages in both languages, on phone, tablet and desktop. Axe
 * runs at the smallest and the largest width; the widths between differ only in line breaks.
 */
@ServerTest
class DeskLayoutTest {

  private static final Map<String, List<String>> PAGES =
      Map.of(
          "zilvervoort",
          List.of(
              "",
              "/agenda",
              "/search",
              "/statistics",
              "/instruments",
              "/lookalikes",
              "/referrals",
              "/guide"),
          "auditor",
          List.of("/audit", "/audit/access", "/statistics"),
          "admin",
          List.of("/admin"));

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @ParameterizedTest
  @CsvSource({"en-GB,360,true", "en-GB,820,false", "en-GB,1280,true", "nl-NL,360,false"})
  void everyPageFitsScreenAndPassesAxe(String language, int width, boolean axe) {
    List<String> problems = new ArrayList<>();
    PAGES.forEach(
        (user, paths) -> {
          try (BrowserContext desk = desk(user, language, width)) {
            Page page = desk.newPage();
            for (String path : paths) {
              page.navigate(base() + "/backoffice" + path);
              check(page, language, width, path, axe, problems);
            }
          }
        });
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"en-GB,360", "nl-NL,1280"})
  void reportAndRetainedFormFitScreenAndPassAxe(String language, int width) {
    String text = "looked at in " + language;
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", text, "unknown");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
    List<String> problems = new ArrayList<>();
    try (BrowserContext desk = desk("zilvervoort", language, width)) {
      Page page = desk.newPage();
      String address = Inbox.address(page, base(), text);
      for (String path : List.of("/referral", "")) {
        page.navigate(base() + address + path);
        check(page, language, width, "report" + path, true, problems);
      }
      assertButtonsAreNotStretched(page);
      page.locator("#note").fill("typed before the session ended");
      desk.clearCookies();
      Browser.press(page.locator("form:has(#note) button").first());
      assertThat(page.locator("textarea")).hasValue("typed before the session ended");
      check(page, language, width, "retained form", true, problems);
    }
    assertThat(problems).isEmpty();
  }

  private BrowserContext desk(String user, String language, int width) {
    return Browser.officer(base(), user, width, true, language);
  }

  private static void check(
      Page page, String language, int width, String name, boolean axe, List<String> problems) {
    String context = name + " in " + language + " at " + width + ": ";
    if (!language.startsWith(page.locator("html").getAttribute("lang"))) {
      problems.add(context + "the page has another language");
    }
    if (!Boolean.TRUE.equals(
        page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))) {
      problems.add(context + "the page is wider than the screen");
    }
    if (axe) {
      Axe.violations(page).forEach(violation -> problems.add(context + violation));
    }
  }

  /** The buttons that change the state stand beside a label, a hint and a select. */
  private static void assertButtonsAreNotStretched(Page page) {
    double select = page.locator("#outcome").boundingBox().height;
    page.locator("form[action$='/state'] button").all().stream()
        .map(button -> button.boundingBox().height)
        .forEach(height -> assertThat(height).isLessThan(2 * select));
  }
}
