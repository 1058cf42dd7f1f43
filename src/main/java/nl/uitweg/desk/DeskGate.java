package nl.uitweg.desk;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import nl.uitweg.desk.officer.LoginProvider;
import nl.uitweg.platform.http.ErrorPages;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.settings.PortalSettings;

/**
 * Filters requests to the desk before authentication: answers 404 on the public tier, and 503 with
 * a page that says that login is starting as long as the login provider is not available.
 */
@Singleton
class DeskGate {

  static final String DESK_PATH = "/backoffice";

  /** Filters with a higher priority run first; this is above the authentication of Quarkus. */
  private static final int FILTER_PRIORITY = 5_000;

  private final PortalSettings portal;
  private final ErrorPages errors;
  private final StartingPage starting;
  private final Languages languages;
  private final LoginProvider login;

  DeskGate(
      PortalSettings portal,
      ErrorPages errors,
      StartingPage starting,
      Languages languages,
      LoginProvider login) {
    this.portal = portal;
    this.errors = errors;
    this.starting = starting;
    this.languages = languages;
    this.login = login;
  }

  void register(@Observes Filters filters) {
    filters.register(this::filter, FILTER_PRIORITY);
  }

  private void filter(RoutingContext context) {
    String path = context.normalizedPath();
    if (!path.equals(DESK_PATH) && !path.startsWith(DESK_PATH + "/")) {
      context.next();
    } else if (!portal.tier().servesBackoffice()) {
      respond(context, 404, errors.html(404, language(context)));
    } else {
      checkLoginProvider(context);
    }
  }

  private void checkLoginProvider(RoutingContext context) {
    login
        .isAvailable()
        .onSuccess(
            available -> {
              if (available) {
                context.next();
              } else {
                context.response().putHeader("Retry-After", "5");
                respond(context, 503, starting.html(language(context)));
              }
            });
  }

  private Language language(RoutingContext context) {
    return languages.negotiate(context.request().getHeader("Accept-Language"));
  }

  private static void respond(RoutingContext context, int status, String html) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .end(html);
  }
}
