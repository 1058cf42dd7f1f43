package nl.uitweg.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.page.PageStore;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people come for, in the real browser. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class JourneysTest {

  @TestHTTPResource("/")
  String root;

  @Inject PageStore store;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @ParameterizedTest
  @CsvSource({"360,false", "360,true", "1280,false", "1280,true"})
  void a_victim_reaches_a_telephone_number_in_two_clicks(int width, boolean javaScript) {
    try (BrowserContext visitor = Browser.visitor(width, javaScript, "en-GB")) {
      Page page = visitor.newPage();
      page.navigate(base() + "/");
      assertThat(page.url()).endsWith("/en");
      Browser.press(
          page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("I need help")));
      Locator call = page.locator("a[href='tel:+31334481186']").first();
      assertThat(call.isVisible()).isTrue();
      assertThat(call.textContent()).contains("033 448 11 86");
      assertThat(noHorizontalScroll(page)).isTrue();
      assertThat(visitor.cookies()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"360,false", "360,true", "1280,false", "1280,true"})
  void a_resident_reports_in_english_and_only_zandvoort_reads_it_in_dutch(
      int width, boolean javaScript) {
    String words = "Six people sleep behind the kitchen (" + width + javaScript + ")";
    try (BrowserContext visitor = Browser.visitor(width, javaScript, "en-GB")) {
      Page page = visitor.newPage();
      page.navigate(base() + "/en");
      Browser.press(
          page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("I want to report")));
      choose(page, "No, not at this moment");
      choose(page, "Someone in my neighbourhood");
      choose(page, "Forced or exploited at work");
      choose(page, "Not having one’s own passport or ID card");
      page.getByLabel("Street, company").fill("Haltestraat 1");
      choose(page, "Zandvoort");
      page.locator("#what").fill(words);
      next(page);
      choose(page, "It has gone on for a while");
      next(page);
      next(page);
      choose(page, "I saw it");
      next(page);
      assertThat(page.locator("h1").textContent()).isEqualTo("Check your answers");
      Browser.press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send")));
      assertThat(page.locator("h1").textContent()).contains("Your report has arrived");
      assertThat(page.locator(".code").textContent()).matches("\\s*(\\d{4}\\s+){5}");
      assertThat(visitor.cookies()).isEmpty();
    }
    try (BrowserContext officer = Browser.officer(base(), "zandvoort", width, javaScript)) {
      Page page = officer.newPage();
      Locator row = Inbox.row(page, base(), words);
      assertThat(row.textContent()).contains("Werken onder dwang").contains("Zandvoort");
      Browser.press(row.locator("a"));
      String file = page.locator("main").textContent();
      assertThat(file)
          .contains("Het eigen paspoort of de ID-kaart niet zelf hebben")
          .contains("Nee, ik blijf onbekend")
          .contains("Haltestraat 1")
          .contains(words);
      Browser.press(
          page.getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName("In behandeling nemen")));
      assertThat(page.locator(".facts").textContent()).contains("In behandeling");
      page.locator("#note").fill("Gebeld met de wijkagent");
      Browser.press(
          page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bewaar notitie")));
      assertThat(page.locator("article").first().textContent()).contains("Gebeld met de wijkagent");
      assertThat(page.locator(".timeline").textContent()).contains("Gelezen").contains("zandvoort");
      String address = page.url();
      try (BrowserContext other = Browser.officer(base(), "heemstede", width, javaScript)) {
        Page theirs = other.newPage();
        theirs.navigate(base() + "/backoffice");
        assertThat(theirs.locator("main").textContent()).doesNotContain(words);
        assertThat(theirs.navigate(address).status()).isEqualTo(404);
      }
    }
  }

  @Test
  void every_page_passes_axe_at_both_widths() {
    List<String> violations = new ArrayList<>();
    for (int width : new int[] {360, 1280}) {
      try (BrowserContext visitor = Browser.visitor(width, true, "nl-NL")) {
        Page page = visitor.newPage();
        for (String path : store.paths()) {
          if (path.matches("/[a-z]{2}(/[a-z-]+)?")) {
            page.navigate(base() + path);
            check(page, path + " at " + width, violations);
            assertThat(noHorizontalScroll(page)).as(path).isTrue();
          }
        }
        page.navigate(base() + "/nl/code");
        check(page, "code", violations);
        page.navigate(base() + "/nl/nergens");
        check(page, "not found", violations);
      }
    }
    assertThat(violations).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"360,nl", "1280,en"})
  void every_screen_of_the_form_and_its_errors_pass_axe(int width, String language) {
    List<String> violations = new ArrayList<>();
    try (BrowserContext visitor = Browser.visitor(width, true, language)) {
      Page page = visitor.newPage();
      page.navigate(base() + "/" + language + "/report");
      next(page);
      check(page, "safety with error", violations);
      assertThat(page.evaluate("document.activeElement.getAttribute('role')")).isEqualTo("alert");
      page.locator("#safety-yes").check();
      next(page);
      check(page, "danger", violations);
      next(page);
      for (String screen : List.of("about", "forms", "signals")) {
        check(page, screen, violations);
        next(page);
      }
      check(page, "where", violations);
      page.locator("#municipality-elsewhere").check();
      next(page);
      check(page, "elsewhere", violations);
      Browser.press(page.locator("button[value=back]:visible").last());
      page.locator("#municipality-dont-know").check();
      next(page);
      check(page, "what", violations);
      page.locator("#what").fill("x");
      next(page);
      for (String screen : List.of("when", "harmed", "controller", "how")) {
        check(page, screen, violations);
        next(page);
      }
      check(page, "contact", violations);
      page.locator("#contact-share").check();
      next(page);
      check(page, "reach", violations);
      next(page);
      check(page, "check", violations);
      Browser.press(page.locator("button[value=send]"));
      check(page, "sent", violations);
    }
    assertThat(violations).isEmpty();
  }

  private static void choose(Page page, String label) {
    page.getByLabel(label).first().check();
    next(page);
  }

  private static void next(Page page) {
    Browser.press(page.locator("button[value=next]:not(.default)"));
  }

  private static void check(Page page, String where, List<String> violations) {
    for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
      violations.add(where + ": " + rule.getId() + " " + rule.getNodes().get(0).getHtml());
    }
  }

  private static boolean noHorizontalScroll(Page page) {
    return (Boolean)
        page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth");
  }
}
