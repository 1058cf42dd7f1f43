package nl.uitweg.desk.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.common.http.TestHTTPResource;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits of the session at the desk, and forms that are sent after it ended. */
@ServerTest
class SessionTest {

  private static final String PHONE_NUMBER = "06 00 00 56 78";

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @AfterEach
  void resetClock() {
    TestClock.setOffset(Duration.ZERO);
  }

  @Test
  void returnsTypedNoteAfterSessionEnded() {
    send("session ends", "unknown");
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", 360, false)) {
      Page page = desk.newPage();
      Browser.press(Inbox.row(page, base(), "session ends").locator("a"));
      String typed = "a long thought about <this> & that report";
      page.locator("#note").fill(typed);
      desk.clearCookies();
      Browser.press(button(page, "Bewaar notitie"));
      assertThat(page.locator("h1")).hasText("Je was uitgelogd");
      assertThat(page.locator("textarea")).hasValue(typed);
      Page login = desk.waitForPage(() -> page.locator("a[target=_blank]").click());
      login.locator("#username").fill("zilvervoort");
      login.locator("#password").fill("demo");
      login.locator("#kc-login").click();
      login.locator(".desk-menu").waitFor();
      Browser.press(button(page, "Ik ben ingelogd"));
      assertThat(page.locator("h1")).hasText("Controleer en verstuur");
      assertThat(page.locator("textarea")).hasValue(typed);
      Browser.press(button(page, "Verstuur"));
      assertThat(page.locator("section[aria-labelledby=notes] .user-text")).hasText(typed);
    }
  }

  @Test
  void rejectsFormOfColleagueAndDoesNotShowForgedForm() {
    send("only for who typed it", "unknown");
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", 1280, true);
        BrowserContext colleague = Browser.officer(base(), "officer", 1280, true)) {
      Page page = desk.newPage();
      Browser.press(Inbox.row(page, base(), "only for who typed it").locator("a"));
      String path = page.url().substring(base().length(), page.url().indexOf('?'));
      String token = PageReader.value(page.locator("input[name=token]").first());
      APIResponse posted =
          colleague
              .request()
              .post(
                  base() + path + "/notes",
                  RequestOptions.create()
                      .setForm(FormData.create().set("token", token).set("note", "not mine")));
      assertThat(posted.status()).isEqualTo(403);
      assertThat(
              given()
                  .redirects()
                  .follow(false)
                  .formParam("token", "forged")
                  .formParam("note", "words of a stranger")
                  .post(path + "/notes")
                  .statusCode())
          .isEqualTo(302);
    }
  }

  @Test
  void showsReporterOnlyAfterRecentLogin() {
    send("step up", "contact");
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", 1280, true)) {
      Page page = desk.newPage();
      Browser.press(Inbox.row(page, base(), "step up").locator("a"));
      TestClock.setOffset(Duration.ofMinutes(11));
      page.locator("#why").selectOption("answer");
      Browser.press(button(page, "Laat zien wie de melder is"));
      assertThat(page.locator("main")).containsText("langer dan tien minuten geleden ingelogd");
      assertThat(page.locator("main")).not().containsText(PHONE_NUMBER);
      assertThat(Axe.violations(page)).isEmpty();
      page.locator("a[href^='/backoffice/again/']").click();
      page.locator("#password").waitFor();
      TestClock.setOffset(Duration.ZERO);
      page.locator("#password").fill("demo");
      page.locator("#kc-login").click();
      page.locator("#why").selectOption("answer");
      Browser.press(button(page, "Laat zien wie de melder is"));
      assertThat(page.locator("main")).containsText(PHONE_NUMBER);
    }
  }

  @Test
  void asksProviderForNewLoginAfterEightHours() {
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", 1280, true)) {
      TestClock.setOffset(Duration.ofHours(8).plusMinutes(1));
      APIResponse response =
          desk.request().get(base() + "/backoffice", RequestOptions.create().setMaxRedirects(0));
      assertThat(response.status()).isEqualTo(302);
      assertThat(response.headers().get("location")).contains("prompt=login").contains("max_age=");
    }
  }

  @Test
  void warnsBeforeSessionEndsAndExtendsSession() {
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", 1280, true)) {
      Page page = desk.newPage();
      page.clock().install();
      page.navigate(base() + "/backoffice");
      assertThat(page.locator(".session-warning")).isHidden();
      page.clock().fastForward("12:01");
      assertThat(page.locator(".session-warning")).containsText("Over twee minuten");
      page.waitForResponse("**/backoffice/stay", () -> button(page, "Blijf ingelogd").click());
      page.locator(".session-warning")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }
  }

  @Test
  void logoutEndsSessionAtProvider() {
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", 1280, true)) {
      Page page = desk.newPage();
      page.navigate(base() + "/backoffice/logout");
      page.navigate(base() + "/backoffice");
      assertThat(page.locator("#password")).isVisible();
    }
  }

  @Test
  void extensionAndReauthenticationRequireLogin() {
    for (String path : List.of("/backoffice/stay", "/backoffice/again/" + UUID.randomUUID())) {
      assertThat(given().redirects().follow(false).get(path).statusCode()).as(path).isEqualTo(302);
    }
    try (BrowserContext auditor = Browser.officer(base(), "auditor", 1280, true)) {
      assertThat(auditor.request().get(base() + "/backoffice/stay").status()).isEqualTo(204);
      assertThat(auditor.request().get(base() + "/backoffice/again/nonsense").status())
          .isEqualTo(403);
      assertThat(auditor.request().get(base() + "/backoffice/again/" + UUID.randomUUID()).status())
          .as("this role may not see reports")
          .isEqualTo(403);
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static void send(String text, String contact) {
    FormClient form = new FormClient("nl");
    form.fillIn("zilvervoort", text, contact);
    if (!contact.equals("unknown")) {
      form.next("name", "Sam", "way", PHONE_NUMBER, "hours", "", "voicemail", "no");
    }
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
  }
}
