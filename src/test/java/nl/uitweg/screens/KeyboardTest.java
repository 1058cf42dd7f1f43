package nl.uitweg.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Use of the site with the keyboard only, with and without JavaScript. */
@ServerTest
class KeyboardTest {

  @TestHTTPResource("/")
  String root;

  /**
   * @param maxStrokes maximum number of key presses of the shortest report; having to raise it is a
   *     regression
   */
  @ParameterizedTest
  @CsvSource({"320,false,145", "320,true,79", "1280,false,145", "1280,true,79"})
  void sendsReportByKeyboardOnly(int width, boolean javaScript, int maxStrokes) {
    try (BrowserContext visitor = Browser.visitor(width, javaScript, "nl-NL")) {
      Page page = visitor.newPage();
      page.navigate(root + "nl");
      Keyboard keys = new Keyboard(page);
      keys.tabTo("Ik wil iets melden");
      keys.open("Enter");
      keys.tabTo("Nee, niet op dit moment");
      keys.press("Space");
      keys.open("Enter"); // on a radio button Enter submits the form
      for (String question : new String[] {"which forms", "which indicators"}) {
        assertThat(heading(page)).as(question).endsWith("?");
        keys.tabTo("Verder");
        keys.open("Enter");
      }
      keys.tabTo("Lindestede");
      keys.press("Space");
      keys.press("ArrowDown");
      keys.press("ArrowDown");
      assertThat(keys.focused()).startsWith("Zilvervoort");
      keys.open("Enter");
      keys.tabTo("Wat gebeurt er?");
      keys.type("x");
      keys.tabTo("Verder");
      keys.open("Enter");
      while (!heading(page).equals("Kijk je antwoorden na")) {
        keys.tabTo("Verder");
        keys.open("Enter");
      }
      keys.tabTo("Ik heb dit gelezen. Verstuur");
      keys.open("Enter");
      assertThat(heading(page)).isEqualTo("Dank je. Je melding is binnen.");
      assertThat(keys.strokes())
          .as("keys pressed at %d px, JavaScript %s", width, javaScript)
          .isLessThanOrEqualTo(maxStrokes);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void movesFocusToErrorAndItsField(boolean javaScript) {
    try (BrowserContext visitor = Browser.visitor(320, javaScript, "nl-NL")) {
      Page page = visitor.newPage();
      page.navigate(root + "nl/report");
      Keyboard keys = new Keyboard(page);
      for (String screen : new String[] {"start", "forms", "indicators", "where"}) {
        assertThat(heading(page)).as(screen).endsWith("?");
        keys.tabTo("Verder");
        keys.open("Enter");
      }
      assertThat(keys.focused()).startsWith("Er is een probleem");
      assertThat(Layout.problems(page, "focus")).isEmpty();
      keys.press("Tab");
      assertThat(keys.focused()).startsWith("Kies waar het gebeurt");
      keys.press("Enter");
      assertThat(keys.focused()).isEqualTo("Lindestede");
      keys.tabBackTo("Kies waar het gebeurt");
      keys.press("Enter");
      keys.press("Space");
      keys.open("Enter");
      assertThat(heading(page)).isEqualTo("Wat gebeurt er?");
    }
  }

  @Test
  void reachesContentAndExitWithFewKeys() {
    try (BrowserContext visitor = Browser.visitor(320, false, "nl-NL")) {
      Page page = visitor.newPage();
      page.navigate(root + "nl/police");
      Keyboard keys = new Keyboard(page);
      keys.press("Tab");
      assertThat(keys.focused()).isEqualTo("Naar de inhoud");
      keys.press("Tab");
      keys.press("Tab");
      assertThat(keys.focused()).startsWith("Verlaat deze site");
      keys.tabBackTo("Naar de inhoud");
      keys.press("Enter");
      keys.press("Tab");
      assertThat(page.evaluate("document.activeElement.closest('main') !== null")).isEqualTo(true);
    }
  }

  private static String heading(Page page) {
    return PageReader.text(page.locator("h1"));
  }
}
