package nl.uitweg.desk.access;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import nl.uitweg.desk.officer.LoginRules;
import nl.uitweg.platform.settings.Portal;

/**
 * What we ask of a login when we send someone to the provider (OpenID Connect Core, 3.1.2.1): how
 * old it may be, a new one where {@link DeskLogin} found the old one too old, and a second factor.
 */
@ApplicationScoped
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class LoginRequest implements OidcRedirectFilter {

  private final LoginRules rules;
  private final Portal portal;

  LoginRequest(LoginRules rules, Portal portal) {
    this.rules = rules;
    this.portal = portal;
  }

  @Override
  public void filter(OidcRedirectContext redirect) {
    boolean fresh = redirect.routingContext().get(DeskLogin.FRESH) != null;
    MultiMap wishes = redirect.additionalQueryParams();
    wishes.set("max_age", Long.toString((fresh ? rules.recent() : rules.absolute()).toSeconds()));
    if (fresh) {
      wishes.set("prompt", "login");
    }
    if (!portal.demo()) {
      wishes.set("acr_values", String.join(" ", rules.acr()));
    }
  }
}
