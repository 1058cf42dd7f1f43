package nl.uitweg.desk.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With the shipped realm and demo mode off, a password alone is not enough to log in. */
@QuarkusTest
@TestProfile(SecondFactorTest.NoDemo.class)
@Tag("server")
class SecondFactorTest {

  private static final String PHONE_NUMBER = "06 00 00 77 88";

  /** Uses the realm of a real installation. */
  public static class NoDemo implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(Servers.class, Map.of("realm", "SHIPPED")));
    }
  }

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
  void refusesPasswordAloneAtEveryAddress() {
    try (BrowserContext officer = Browser.openLoginPage(base())) {
      Page page = officer.pages().get(0);
      enterPassword(page, "lindestede");
      assertThat(page.locator("#totp")).isVisible();
      for (String address : List.of("/backoffice", "/backoffice/search", "/backoffice/stay")) {
        page.navigate(base() + address);
        assertThat(page.url()).as(address).doesNotStartWith(base());
        assertThat(page.locator(".desk-menu")).hasCount(0);
      }
    }
  }

  @Test
  void asksForBothFactorsAgainToShowReporter() {
    sendReport("seen with two factors");
    try (BrowserContext officer = Browser.openLoginPage(base())) {
      Page page = officer.pages().get(0);
      enterPassword(page, "zilvervoort");
      String secret = PageReader.value(page.locator("#totpSecret"));
      page.locator("#totp").fill("000000");
      Browser.press(page.locator("#saveTOTPBtn"));
      assertThat(page.locator(".desk-menu")).hasCount(0);
      page.locator("#totp").fill(oneTimePassword(secret, 0));
      Browser.press(page.locator("#saveTOTPBtn"));
      page.locator(".desk-menu").waitFor();

      Browser.press(Inbox.row(page, base(), "seen with two factors").locator("a"));
      TestClock.setOffset(Duration.ofMinutes(11));
      page.locator("#why").selectOption("answer");
      showReporter(page);
      assertThat(page.locator("main")).not().containsText(PHONE_NUMBER);
      page.locator("a[href^='/backoffice/again/']").click();
      page.locator("#password").waitFor();
      TestClock.setOffset(Duration.ZERO);
      page.locator("#password").fill("demo");
      page.locator("#kc-login").click();
      page.locator("#otp").fill(oneTimePassword(secret, 1));
      page.locator("#kc-login").click();
      page.locator("#why").selectOption("answer");
      showReporter(page);
      assertThat(page.locator("main")).containsText(PHONE_NUMBER);

      try (BrowserContext next = Browser.openLoginPage(base())) {
        Page login = next.pages().get(0);
        enterPassword(login, "zilvervoort");
        assertThat(login.locator("#otp")).isVisible();
        assertThat(login.locator("#totpSecret")).hasCount(0);
      }
    }
  }

  private static void enterPassword(Page page, String user) {
    page.locator("#username").fill(user);
    page.locator("#password").fill("demo");
    page.locator("#kc-login").click();
    page.locator("#otp, #totp, .desk-menu").first().waitFor();
  }

  private static void showReporter(Page page) {
    Browser.press(
        page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Laat zien wie de melder is")));
  }

  /**
   * One-time password of an authenticator app.
   *
   * @param periods number of periods of 30 seconds from now; a password is accepted once, so a
   *     second login needs the next one
   */
  private static String oneTimePassword(String secret, int periods) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(
              new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"),
              Instant.now().plusSeconds(30L * periods));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void sendReport(String text) {
    FormClient form = new FormClient("nl");
    form.fillIn("zilvervoort", text, "contact");
    form.next("name", "Sam", "way", PHONE_NUMBER, "hours", "", "voicemail", "no");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
  }
}
