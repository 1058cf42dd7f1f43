package nl.uitweg.desk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.oidc.OidcRedirectFilter.OidcRedirectContext;
import io.vertx.core.MultiMap;
import jakarta.ws.rs.NotFoundException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import nl.uitweg.desk.officer.LoginRules;
import nl.uitweg.platform.settings.PortalSettings;
import nl.uitweg.testsupport.StubRequest;
import org.junit.jupiter.api.Test;

/** Tests what the login provider is asked for, and where a fresh login leads. */
class LoginRequestTest {

  private static final String ID = "7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab";

  @Test
  void asksForASecondFactorAndALoginOfToday() {
    MultiMap parameters = parameters(false, StubRequest.ofVisitor());
    assertThat(parameters.get("acr_values")).isEqualTo("gold mfa");
    assertThat(parameters.get("max_age")).isEqualTo("28800");
    assertThat(parameters.contains("prompt")).isFalse();
  }

  @Test
  void asksForANewLoginWhereOneIsRequired() {
    MultiMap parameters =
        parameters(
            false,
            StubRequest.ofVisitor().data(DeskAuthenticationMechanism.FRESH_LOGIN_REQUIRED, true));
    assertThat(parameters.get("max_age")).isEqualTo("600");
    assertThat(parameters.get("prompt")).isEqualTo("login");
  }

  @Test
  void asksForNoSecondFactorInADemo() {
    assertThat(parameters(true, StubRequest.ofVisitor()).contains("acr_values")).isFalse();
  }

  @Test
  void leadsBackToTheReportOrReferralOfTheFreshLogin() {
    ReauthenticationResource fresh = new ReauthenticationResource();
    assertThat(fresh.report(ID).getLocation())
        .isEqualTo(URI.create("/backoffice/reports/" + ID + "#contact"));
    assertThat(fresh.sent(ID, ID).getLocation())
        .isEqualTo(URI.create("/backoffice/reports/" + ID + "/referrals/" + ID + "#contact"));
    assertThat(fresh.received(ID).getLocation())
        .isEqualTo(URI.create("/backoffice/referrals/" + ID + "#contact"));
    assertThatThrownBy(() -> fresh.report("//evil.example")).isInstanceOf(NotFoundException.class);
  }

  private static MultiMap parameters(boolean demo, StubRequest request) {
    MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
    new LoginRequest(rules(), settings(demo))
        .filter(
            new OidcRedirectContext(request.context(), null, "https://login.example", parameters));
    return parameters;
  }

  private static LoginRules rules() {
    return StubRequest.stub(
        LoginRules.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "recent" -> Duration.ofMinutes(10);
              case "maxAge" -> Duration.ofHours(8);
              case "acr" -> new TreeSet<>(Set.of("mfa", "gold"));
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private static PortalSettings settings(boolean demo) {
    return StubRequest.stub(
        PortalSettings.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "demo" -> demo;
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }
}
