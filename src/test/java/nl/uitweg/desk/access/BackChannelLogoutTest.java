package nl.uitweg.desk.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import io.quarkus.test.common.http.TestHTTPResource;
import java.time.Duration;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.Test;

/**
 * Logout at the provider (OpenID Connect Back-Channel Logout). The login ends at the desk at once
 * on the replica that receives the logout token, and on every other replica when it renews the ID
 * token, within a minute.
 */
@ServerTest
class BackChannelLogoutTest {

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void requiresNewLoginInEveryBrowserAfterLogoutEverywhere() {
    Servers.keycloakAdmin().setAccessTokenLifespan(Duration.ofSeconds(5));
    try (BrowserContext office = Browser.newLogin(base(), "ankerdaal", 1280, true);
        BrowserContext home = Browser.newLogin(base(), "ankerdaal", 1280, true);
        BrowserContext colleague = Browser.officer(base(), "lindestede", 1280, true)) {
      assertThat(statusOfDesk(office)).isEqualTo(200);
      Servers.keycloakAdmin().logOutEverywhere("ankerdaal");
      TestTimeout.await().untilAsserted(() -> assertThat(statusOfDesk(office)).isEqualTo(302));
      TestTimeout.await().untilAsserted(() -> assertThat(statusOfDesk(home)).isEqualTo(302));
      assertThat(statusOfDesk(colleague)).isEqualTo(200);
      Page page = office.newPage();
      page.navigate(base() + "/backoffice");
      page.locator("#username").fill("ankerdaal");
      page.locator("#password").fill("demo");
      page.locator("#kc-login").click();
      page.locator(".desk-menu").waitFor();
      assertThat(statusOfDesk(office)).as("a new login is accepted at once").isEqualTo(200);
    } finally {
      Servers.keycloakAdmin()
          .setAccessTokenLifespan(Duration.ofMinutes(1)); // the value in the realm
    }
  }

  @Test
  void rejectsLogoutTokenNotSignedByProvider() {
    try (BrowserContext desk = Browser.officer(base(), "lindestede", 1280, true)) {
      for (String forged : new String[] {"", "forged", "e30.e30.forged"}) {
        assertThat(given().formParam("logout_token", forged).post("/backoffice/ended").statusCode())
            .as(forged)
            .isEqualTo(400);
      }
      assertThat(given().redirects().follow(false).get("/backoffice/ended").statusCode())
          .isNotEqualTo(200);
      assertThat(statusOfDesk(desk)).isEqualTo(200);
    }
  }

  private int statusOfDesk(BrowserContext browser) {
    APIResponse response =
        browser.request().get(base() + "/backoffice", RequestOptions.create().setMaxRedirects(0));
    return response.status();
  }
}
