package nl.uitweg.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/** What a screen reader announces, in order, when a required answer is missing. */
@ServerTest
class ScreenReaderTest {

  @TestHTTPResource("/")
  String root;

  @Test
  void announcesQuestionsOfFirstScreen() {
    try (BrowserContext visitor = Browser.visitor(360, true, "nl-NL")) {
      Page page = visitor.newPage();
      page.navigate(root + "nl/report");
      assertThat(page.title()).startsWith("Melden: nu");
      assertThat(ariaSnapshot(page))
          .containsSubsequence(
              "- main:",
              "- group \"Is er nu iemand in gevaar?\"",
              "- heading \"Is er nu iemand in gevaar?\" [level=1]",
              "- radio \"Nee, niet op dit moment\"",
              "- radio \"Ja\"",
              "- group \"Gaat het over jezelf of over iemand anders?\"",
              "- radio \"Over mijzelf\"",
              "- button \"Verder\"");
    }
  }

  @Test
  void announcesMissingMunicipality() {
    try (BrowserContext visitor = Browser.visitor(360, true, "nl-NL")) {
      Page page = visitor.newPage();
      page.navigate(root + "nl/report");
      page.locator("#safety-no").check();
      for (int i = 0; i < 4; i++) {
        Browser.press(page.locator("button[value=next]").last());
      }
      assertThat(page.title()).startsWith("Fout: ");
      String error = "Kies waar het gebeurt. Weet je het niet? Kies dan “Ik weet het niet”.";
      assertThat(ariaSnapshot(page))
          .containsSubsequence(
              "- main:",
              "- alert \"Er is een probleem\"",
              "- link \"" + error + "\"",
              "- group \"Waar gebeurt het?\"",
              "Fout: " + error,
              "- radio \"Lindestede\"",
              "- radio \"Ankerdaal",
              "- radio \"Zilvervoort",
              "- radio \"Ik weet het niet",
              "- radio \"Ergens anders in Nederland\"",
              "- textbox",
              "- button \"Verder\"",
              "- button \"Terug\"");
    }
  }

  private static String ariaSnapshot(Page page) {
    return page.locator("body").ariaSnapshot();
  }
}
