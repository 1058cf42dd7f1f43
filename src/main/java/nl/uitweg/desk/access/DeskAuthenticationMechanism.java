package nl.uitweg.desk.access;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.util.Set;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Login;
import nl.uitweg.desk.officer.LoginRules;
import nl.uitweg.desk.route.PostedForm;
import nl.uitweg.platform.settings.PortalSettings;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Authenticates officers with OpenID Connect, and adds what Quarkus does not do: the maximum age of
 * a login, the second factor, a fresh login where one is required, and the handling of a form that
 * is sent after the session ended.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class DeskAuthenticationMechanism implements HttpAuthenticationMechanism {

  /** Key in the routing context that {@link LoginRequest} reads: a new login is required. */
  static final String FRESH_LOGIN_REQUIRED = "uitweg.login.fresh";

  private final OidcAuthenticationMechanism oidc;
  private final LoginRules rules;
  private final PortalSettings portal;
  private final RetainedForms retainedForms;
  private final WeakLoginPage weakLoginPage;
  private final Clock clock;

  DeskAuthenticationMechanism(
      OidcAuthenticationMechanism oidc,
      LoginRules rules,
      PortalSettings portal,
      RetainedForms retainedForms,
      WeakLoginPage weakLoginPage,
      Clock clock) {
    this.oidc = oidc;
    this.rules = rules;
    this.portal = portal;
    this.retainedForms = retainedForms;
    this.weakLoginPage = weakLoginPage;
    this.clock = clock;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager manager) {
    return oidc.authenticate(context, manager)
        .onItem()
        .ifNotNull()
        .transformToUni(identity -> check(identity, context));
  }

  /**
   * Rejects a login that is too old or too weak, before any route of the desk runs. This method
   * sends the response for a weak login itself, because the challenge that Quarkus sends after a
   * failure would ask for the same login again.
   */
  private Uni<SecurityIdentity> check(SecurityIdentity identity, RoutingContext context) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Uni.createFrom().item(identity);
    }
    Login login = Login.of(token, rules);
    boolean fresh = context.normalizedPath().startsWith(ReauthenticationResource.PATH);
    AuthenticationStrength strength =
        AuthenticationStrength.of(
            login, fresh ? rules.recent() : rules.maxAge(), portal.demo(), clock.instant());
    if (strength == AuthenticationStrength.SUFFICIENT) {
      return Uni.createFrom().item(identity);
    }
    if (strength == AuthenticationStrength.TOO_OLD) {
      context.put(FRESH_LOGIN_REQUIRED, true);
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    context
        .request()
        .resume(); // reads the rest of the request body, which would otherwise block the connection
    return weakLoginPage
        .respond(context, CurrentOfficer.userName(token))
        .onItem()
        .transformToUni(sent -> Uni.createFrom().nothing());
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext context) {
    if (context.request().method().equals(HttpMethod.POST) && PostedForm.isForm(context)) {
      return retainedForms.respond(context, () -> redirect(context));
    }
    return redirect(context);
  }

  private Uni<Boolean> redirect(RoutingContext context) {
    return HttpAuthenticationMechanism.super.sendChallenge(context);
  }

  /** {@link LoginRequest} adds what is required of the new login. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return oidc.getChallenge(context);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return oidc.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return oidc.getCredentialTransport(context);
  }

  @Override
  public int getPriority() {
    return oidc.getPriority() + 1; // before the mechanism that it wraps, which is a separate bean
  }
}
