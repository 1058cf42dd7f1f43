package nl.uitweg.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.sql.SQLException;
import java.util.List;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts add to protection and convenience; every journey also works without JavaScript. */
@ServerTest
class JavaScriptTest {

  /** URL pattern of the exit; {@code PublicPagesTest} tests its response. */
  private static final String EXIT_URL = "**/nl/exit";

  /** Bytes of brotli, like the weight of a screen. */
  private static final int MAX_SCRIPT_BYTES = 3_000;

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void keepsScriptsSmall() throws IOException {
    try (BrowserContext visitor = visitor()) {
      Page page = visitor.newPage();
      page.navigate(base() + "/nl");
      String address = page.locator("script[src]").getAttribute("src");
      URLConnection request = URI.create(base() + address).toURL().openConnection();
      request.setRequestProperty("Accept-Encoding", "br");
      try (InputStream script = request.getInputStream()) {
        assertThat(request.getHeaderField("Content-Encoding")).isEqualTo("br");
        assertThat(script.readAllBytes().length).isLessThan(MAX_SCRIPT_BYTES);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Escape", "Shift"})
  void leavesAfterThreeKeyPressesWithoutHistoryEntry(String key) {
    try (BrowserContext visitor = visitor()) {
      Page page = visitor.newPage();
      page.navigate("about:blank");
      page.navigate(base() + "/nl/papers");
      page.keyboard().press(key);
      page.keyboard().press(key);
      assertThat(page.url()).endsWith("/nl/papers");
      page.keyboard().press(key);
      page.waitForURL(EXIT_URL);
      page.goBack();
      assertThat(page.url()).isEqualTo("about:blank");
    }
  }

  @Test
  void staysOnPageWhenCapitalsAreTyped() {
    try (BrowserContext visitor = visitor()) {
      Page page = visitor.newPage();
      page.navigate(base() + "/nl/code");
      page.locator("#code").focus();
      for (String letter : List.of("A", "B", "C", "D")) {
        page.keyboard().down("Shift");
        page.keyboard().press(letter);
        page.keyboard().up("Shift");
      }
      assertThat(page.locator("#code")).hasValue("ABCD");
      assertThat(page.url()).endsWith("/nl/code");
    }
  }

  @Test
  void leavesNoHistoryEntryWhenExitingForm() {
    try (BrowserContext visitor = visitor()) {
      Page page = visitor.newPage();
      page.navigate("about:blank");
      page.navigate(base() + "/nl");
      Browser.press(page.locator(".tile[href='/nl/report']"));
      page.locator("#safety-no").check();
      Browser.press(page.locator("button[value=next]").last());
      page.locator(".exit").click();
      page.waitForURL(EXIT_URL);
      page.goBack();
      assertThat(page.url()).isEqualTo("about:blank");
    }
  }

  @Test
  void keepsGuidanceInOneHistoryEntryAndAddsOneForForm() {
    try (BrowserContext visitor = visitor()) {
      Page page = visitor.newPage();
      page.navigate(base() + "/nl");
      int before = (Integer) page.evaluate("history.length");
      Browser.press(page.locator(".tile[href='/nl/help']"));
      Browser.press(page.locator("a[href='/nl/police']").first());
      Browser.press(page.locator("a[href='/nl']").first());
      Browser.press(page.locator(".tile[href='/nl/report']"));
      assertThat(page.evaluate("history.length")).isEqualTo(before);
      page.locator("#safety-no").check();
      Browser.press(page.locator("button[value=next]").last());
      Browser.press(page.locator("button[value=next]").last());
      Browser.press(page.locator("button[value=back]").last());
      page.locator(".utrecht-skip-link").focus();
      page.keyboard().press("Enter");
      assertThat(page.evaluate("history.length")).isEqualTo(before + 1);
      assertThat(page.evaluate("history.state")).isNull();
      assertThat(page.title()).doesNotContainIgnoringCase("mensenhandel");
      assertThat(visitor.cookies()).isEmpty();
      assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    }
  }

  @Test
  void storesOneReportOnDoubleClickAndFocusesConfirmation() throws SQLException {
    try (BrowserContext visitor = visitor()) {
      Page page = visitor.newPage();
      fillInUpToCheck(page, "double click");
      long before = SuperuserDatabase.count("report");
      page.locator("button[value=send]").dblclick();
      page.locator(".code").waitFor();
      assertThat(SuperuserDatabase.count("report")).isEqualTo(before + 1);
      assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("H1");
      assertThat(page.title()).startsWith("Ontvangen");
    }
  }

  @Test
  void keepsInputAndExplainsWhenOffline() {
    try (BrowserContext visitor = visitor()) {
      Page page = visitor.newPage();
      fillInUpToCheck(page, "in a tunnel");
      visitor.setOffline(true);
      page.locator("button[value=send]").click();
      assertThat(page.locator("[role=alert].unsent")).containsText("geen verbinding");
      assertThat(page.locator("main")).containsText("in a tunnel");
      visitor.setOffline(false);
      page.locator("button[value=send]").click();
      page.locator(".code").waitFor();
    }
  }

  @Test
  void focusesErrorAndMarksTitle() {
    try (BrowserContext visitor = visitor()) {
      Page page = visitor.newPage();
      page.navigate(base() + "/nl/report");
      page.locator("#safety-no").check();
      next(page);
      next(page);
      next(page);
      next(page);
      assertThat(page.evaluate("document.activeElement.getAttribute('role')")).isEqualTo("alert");
      assertThat(page.title()).startsWith("Fout:");
    }
  }

  @Test
  void warnsTenMinutesBeforeExpiryAndExtends() {
    try (BrowserContext visitor = visitor()) {
      Page page = visitor.newPage();
      page.clock().install();
      page.navigate(base() + "/nl/report");
      page.locator("#safety-no").check();
      page.clock().runFor("01:49:00");
      assertThat(page.getByText("werkt nog tien minuten")).isHidden();
      page.clock().runFor("02:00");
      assertThat(page.getByText("werkt nog tien minuten")).isVisible();
      Browser.press(page.getByText("Geef me meer tijd"));
      assertThat(page.getByText("werkt nog tien minuten")).isHidden();
      assertThat(page.locator("#safety-no")).isChecked();
    }
  }

  @Test
  void downloadsCodeWithoutLeavingPage() {
    try (BrowserContext visitor = visitor()) {
      Page page = visitor.newPage();
      fillInUpToCheck(page, "save the code");
      Browser.press(page.locator("button[value=send]"));
      String code = PageReader.text(page.locator(".code"));
      String name =
          page.waitForDownload(() -> page.getByText("Bewaar de cijfers").click())
              .suggestedFilename();
      assertThat(name).isEqualTo("note.txt");
      assertThat(page.locator(".code")).hasText(code);
    }
  }

  @Test
  void offersReadAloudOnlyWithLocalVoice() {
    try (BrowserContext visitor = visitor()) {
      Page page = visitor.newPage();
      page.navigate(base() + "/nl/police");
      assertThat(page.locator(".aloud")).isHidden();
    }
    try (BrowserContext visitor = visitor()) {
      visitor.addInitScript(
          "speechSynthesis.getVoices = () => [{localService: true, lang: 'nl-NL'},"
              + " {localService: false, lang: 'en-GB'}]");
      Page page = visitor.newPage();
      page.navigate(base() + "/nl/police");
      assertThat(page.locator(".aloud")).isVisible();
      page.navigate(base() + "/en/police");
      assertThat(page.locator(".aloud")).isHidden();
    }
  }

  private void fillInUpToCheck(Page page, String description) {
    page.navigate(base() + "/nl/report");
    page.locator("#safety-no").check();
    next(page);
    next(page);
    next(page);
    page.locator("#municipality-zilvervoort").check();
    next(page);
    page.locator("#what").fill(description);
    for (int i = 0; i < 4; i++) {
      next(page);
    }
    assertThat(page.locator("button[value=send]")).hasCount(1);
  }

  private static void next(Page page) {
    Browser.press(page.locator("button[value=next]:not(.default-button)"));
  }

  private static BrowserContext visitor() {
    BrowserContext visitor = Browser.visitor(360, true, "nl-NL");
    visitor.route(
        EXIT_URL,
        route ->
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("else")));
    return visitor;
  }
}
