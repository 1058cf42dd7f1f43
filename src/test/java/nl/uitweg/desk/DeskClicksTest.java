package nl.uitweg.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/**
 * Works a day at the desk and counts what an officer must press, tick or choose for each task.
 * Typing is not counted. The table in {@code docs/desk-clicks.md} is what this test counts.
 */
@ServerTest
class DeskClicksTest {

  private static final Path DOCUMENT = Path.of("docs/desk-clicks.md");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{2}\u00a0\\d{3}");

  @TestHTTPResource("/")
  String root;

  private final StringBuilder table = new StringBuilder();
  private int clicks;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void documentStatesTheClicksOfEachTask() throws IOException {
    SentReport report =
        SentReport.send(
            "lindestede", "A girl is kept in the caravan by the water tower", "unknown");
    for (int i = 1; i <= 40; i++) {
      SentReport.send("lindestede", "Win a phone at the fair on Saturday, ticket " + i, "unknown");
    }
    try (BrowserContext desk = Browser.officer(base(), "lindestede", 1280, true)) {
      Page page = desk.newPage();
      handleReport(page, report.code());
      page.navigate(base() + "/backoffice");
      press(page.locator("tr:has-text('ticket 40') a"));
      press(link(page, "Zoek meldingen die hierop lijken"));
      press(button(page, "Markeer 40 meldingen als nep"));
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("40 meldingen");
      done("clear 40 fakes");
      page.navigate(base() + "/backoffice");
      press(link(page, "Cijfers"));
      assertThat(link(page, "Download het rapport als PDF")).isVisible();
      clicks++; // the link itself downloads a file, which this browser does not show
      done("get the half-year report");
    }
    Files.writeString(Path.of("target/desk-clicks.md"), table);
    assertThat(Files.readString(DOCUMENT)).contains(table);
  }

  private void handleReport(Page page, String code) {
    page.navigate(base() + "/backoffice");
    press(page.locator("tr:has-text('water tower') a"));
    String number = number(page);
    done("open an urgent report");
    press(button(page, "Ik neem dit aan"));
    assertThat(page.locator(".tags")).containsText("In behandeling");
    done("take it");
    page.locator("#note").fill("The caravan is known to us.");
    press(button(page, "Bewaar notitie"));
    assertThat(page.locator("main")).containsText("The caravan is known to us.");
    done("add a note");
    choose(page.locator("#phrase"), "danger-now");
    press(button(page, "Verstuur aan de melder"));
    assertThat(page.locator(".tags")).containsText("Wacht op antwoord");
    done("ask the reporter something");
    answer(code);
    page.navigate(base() + "/backoffice");
    press(page.locator("tr:has-text('Nieuw antwoord') a"));
    assertThat(page.locator("main")).containsText("She is safe for tonight");
    done("read an answer");
    choose(page.locator("#to"), "police");
    press(button(page, "Draag over"));
    assertThat(page.locator("#recipient")).hasValue("police");
    assertThat(page.locator("#purpose")).hasValue("investigate");
    choose(page.locator("#basis"), "stated");
    clicks++;
    page.locator("#field-what").check();
    page.locator("#stated").fill("Politiewet 2012, artikel 3");
    press(button(page, "Bekijk het voorbeeld"));
    press(button(page, "Draag nu over"));
    assertThat(page.locator("main")).containsText("OV-");
    done("refer it");
    page.locator("#number").fill(number);
    press(button(page, "Open"));
    assertThat(page.locator("h1")).containsText(number);
    done("find it by its number");
    choose(page.locator("#outcome"), "investigation");
    press(button(page, "Sluit de melding af"));
    assertThat(page.locator(".tags")).containsText("Afgesloten");
    done("close it");
  }

  private void answer(String code) {
    try (BrowserContext visitor = Browser.visitor(360, true, "en-GB")) {
      Page page = visitor.newPage();
      page.navigate(base() + "/en/code");
      page.locator("#code").fill(code);
      Browser.press(button(page, "View"));
      page.locator("#message").fill("She is safe for tonight");
      Browser.press(button(page, "Send message"));
      assertThat(page.locator("main")).containsText("She is safe for tonight");
    }
  }

  private static String number(Page page) {
    Matcher number = NUMBER.matcher(PageReader.text(page.locator("h1")));
    assertThat(number.find()).isTrue();
    return number.group();
  }

  private void press(Locator target) {
    clicks++;
    Browser.press(target.first());
  }

  private void choose(Locator list, String value) {
    clicks++;
    list.selectOption(value);
  }

  private void done(String task) {
    table.append("| ").append(task).append(" | ").append(clicks).append(" |\n");
    clicks = 0;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
