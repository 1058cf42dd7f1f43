package nl.uitweg.desk.access;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import nl.uitweg.desk.officer.LoginRules;
import nl.uitweg.platform.settings.PortalSettings;

/**
 * Adds parameters to the authentication request to the login provider (OpenID Connect Core,
 * 3.1.2.1): the maximum age of the login, a new login where {@link DeskAuthenticationMechanism}
 * found the current one too old, and a second factor.
 */
@ApplicationScoped
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class LoginRequest implements OidcRedirectFilter {

  private final LoginRules rules;
  private final PortalSettings portal;

  LoginRequest(LoginRules rules, PortalSettings portal) {
    this.rules = rules;
    this.portal = portal;
  }

  @Override
  public void filter(OidcRedirectContext redirect) {
    boolean fresh =
        redirect.routingContext().get(DeskAuthenticationMechanism.FRESH_LOGIN_REQUIRED) != null;
    MultiMap parameters = redirect.additionalQueryParams();
    parameters.set("max_age", Long.toString((fresh ? rules.recent() : rules.maxAge()).toSeconds()));
    if (fresh) {
      parameters.set("prompt", "login");
    }
    if (!portal.demo()) {
      parameters.set("acr_values", String.join(" ", rules.acr()));
    }
  }
}
