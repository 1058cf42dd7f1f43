package nl.uitweg.desk;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import nl.uitweg.desk.officer.LoginProvider;
import nl.uitweg.platform.http.ErrorPages;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.settings.Portal;

/**
 * Stands before login: hides the desk on the public tier, and says in words that login is starting
 * as long as the login provider does not answer.
 */
@Singleton
class DeskGate {

  private static final String DESK = "/backoffice";
  private static final int BEFORE_LOGIN = 5_000;

  private final Portal portal;
  private final ErrorPages errors;
  private final StartingPage starting;
  private final Languages languages;
  private final LoginProvider login;

  DeskGate(
      Portal portal,
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
    filters.register(this::pass, BEFORE_LOGIN);
  }

  private void pass(RoutingContext context) {
    String path = context.normalizedPath();
    if (!path.equals(DESK) && !path.startsWith(DESK + "/")) {
      context.next();
    } else if (!portal.tier().servesBackoffice()) {
      answer(context, 404, errors.html(404, language(context)));
    } else {
      probe(context);
    }
  }

  private void probe(RoutingContext context) {
    login
        .answers()
        .onSuccess(
            up -> {
              if (up) {
                context.next();
              } else {
                context.response().putHeader("Retry-After", "5");
                answer(context, 503, starting.html(language(context)));
              }
            });
  }

  private Language language(RoutingContext context) {
    return languages.negotiate(context.request().getHeader("Accept-Language"));
  }

  private static void answer(RoutingContext context, int status, String html) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(html);
  }
}
