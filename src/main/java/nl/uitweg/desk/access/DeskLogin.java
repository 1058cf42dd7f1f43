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
import nl.uitweg.platform.settings.Portal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Login by OIDC, with what Quarkus leaves to us: the longest life of a login, a second factor, a
 * fresh login where one is asked, and a form that is sent after the session ended.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class DeskLogin implements HttpAuthenticationMechanism {

  static final String FRESH = "uitweg.login.fresh";

  private final OidcAuthenticationMechanism oidc;
  private final LoginRules rules;
  private final Portal portal;
  private final RetainedForms retainedForms;
  private final WeakLoginPage weak;
  private final Clock clock;

  DeskLogin(
      OidcAuthenticationMechanism oidc,
      LoginRules rules,
      Portal portal,
      RetainedForms retainedForms,
      WeakLoginPage weak,
      Clock clock) {
    this.oidc = oidc;
    this.rules = rules;
    this.portal = portal;
    this.retainedForms = retainedForms;
    this.weak = weak;
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
   * Before any route of the desk: a login that is too old or too weak is none. A weak one is
   * answered here, since what Quarkus does after a failure would ask for the same login once more.
   */
  private Uni<SecurityIdentity> check(SecurityIdentity identity, RoutingContext context) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Uni.createFrom().item(identity);
    }
    Login login = Login.of(token, rules);
    boolean fresh = context.normalizedPath().startsWith(ReauthenticationResource.PATH);
    AuthenticationStrength strength =
        AuthenticationStrength.of(
            login, fresh ? rules.recent() : rules.absolute(), portal.demo(), clock.instant());
    if (strength == AuthenticationStrength.GOOD) {
      return Uni.createFrom().item(identity);
    }
    if (strength == AuthenticationStrength.OLD) {
      context.put(FRESH, true);
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    context.request().resume(); // so that the rest of a form does not hold the connection
    return weak.answer(context, CurrentOfficer.name(token))
        .onItem()
        .transformToUni(answered -> Uni.createFrom().nothing());
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext context) {
    if (context.request().method().equals(HttpMethod.POST) && RetainedForms.isForm(context)) {
      return retainedForms.answer(context, () -> redirect(context));
    }
    return redirect(context);
  }

  private Uni<Boolean> redirect(RoutingContext context) {
    return HttpAuthenticationMechanism.super.sendChallenge(context);
  }

  /** What is asked of the new login stands in {@link LoginRequest}. */
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
    return oidc.getPriority() + 1; // before the mechanism it wraps, which is a bean of its own
  }
}
