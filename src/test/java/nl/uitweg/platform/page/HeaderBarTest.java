package nl.uitweg.platform.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.common.http.TestHTTPResource;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The header bar: the exit button is always visible, the bar stays small and leaves room for the
 * emergency number, and the language menu opens with one press.
 */
@ServerTest
class HeaderBarTest {

  @TestHTTPResource("/")
  String root;

  @ParameterizedTest
  @CsvSource({"360,640", "320,568", "320,256", "640,360", "1280,800"})
  void keepsTheExitButtonVisible(int width, int height) {
    try (BrowserContext visitor = Browser.visitor(width, false, "nl-NL")) {
      Page page = visitor.newPage();
      page.setViewportSize(width, height);
      for (String language : new String[] {"nl", "en"}) {
        page.navigate(root + language + "/organisations");
        page.locator("footer a").last().scrollIntoViewIfNeeded();
        BoundingBox exit = page.locator(".exit").boundingBox();
        assertThat(exit.y).isNotNegative();
        assertThat(exit.y + exit.height).isLessThanOrEqualTo(height);
        assertThat(exit.height).isGreaterThanOrEqualTo(48);
        assertThat(page.locator(height > 400 ? ".bar" : ".exit").boundingBox().height)
            .isLessThan(height * 0.25);
      }
    }
  }

  /** WCAG 2.4.11, tabbing backwards, when a bar at the top is most likely to cover the focus. */
  @ParameterizedTest
  @CsvSource({"360,640", "320,256"})
  void doesNotObscureFocusedElements(int width, int height) {
    try (BrowserContext visitor = Browser.visitor(width, false, "nl-NL")) {
      Page page = visitor.newPage();
      page.setViewportSize(width, height);
      page.navigate(root + "nl/organisations");
      page.locator("footer a").last().focus();
      for (String key : new String[] {"Shift+Tab", "Tab"}) {
        for (int i = 0; i < 25; i++) {
          page.keyboard().press(key);
          BoundingBox focused = page.locator(":focus").boundingBox();
          BoundingBox cover = page.locator(height > 400 ? ".bar" : ".exit").boundingBox();
          boolean apart =
              focused.y >= cover.y + cover.height || focused.y + focused.height <= cover.y;
          assertThat(apart)
              .as("%s %d: %s", key, i, PageReader.text(page.locator(":focus")))
              .isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void changesLanguageAndKeepsTheAnswer(boolean javaScript) {
    try (BrowserContext visitor = Browser.visitor(360, javaScript, "nl-NL")) {
      Page page = visitor.newPage();
      page.navigate(root + "nl/report");
      Locator summary = page.locator(".languages summary");
      assertThat(summary).containsText("Nederlands");
      assertThat(summary).containsText("Language");
      assertThat(page.locator(".languages [lang=en]").last()).isHidden();
      page.locator("#safety-no").check();
      summary.focus();
      page.keyboard().press("Enter");
      Browser.press(page.locator(".languages button[lang=en]"));
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
      assertThat(page.locator("#safety-no")).isChecked();
    }
  }

  @Test
  void showsTheEmergencyNumberWithoutScrolling() {
    try (BrowserContext visitor = Browser.visitor(360, false, "nl-NL")) {
      Page page = visitor.newPage();
      page.setViewportSize(360, 640);
      page.navigate(root + "nl/danger");
      BoundingBox call = page.locator("main a[href='tel:112']").first().boundingBox();
      assertThat(call.y + call.height).isLessThan(640);
      assertThat(call.height).isGreaterThan(60);
    }
  }
}
