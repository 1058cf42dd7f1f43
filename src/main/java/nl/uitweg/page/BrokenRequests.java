package nl.uitweg.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Answers what never reaches a resource: an address that cannot be decoded, a body that is too
 * large.
 */
@Singleton
class BrokenRequests {

  private static final Logger LOG = Logger.getLogger(BrokenRequests.class);
  private static final int[] STATUSES = {400, 404, 405, 413, 414, 415, 431, 500};

  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
  private static final long MAX_BODY = 2L * 1024 * 1024;
  private static final long MAX_WITH_FILES = 100L * 1024 * 1024;
  private static final int AFTER_HEADERS = 9_000;

  private final ErrorPages pages;

  BrokenRequests(ErrorPages pages) {
    this.pages = pages;
  }

  /** Reads a body that is too large to its end and drops it, so that the browser shows our page. */
  void register(@Observes Filters filters) {
    filters.register(
        context -> {
          if (length(context) > most(context)) {
            context
                .request()
                .handler(bytes -> {})
                .endHandler(nothing -> answer(context, 413))
                .resume();
          } else {
            context.next();
          }
        },
        AFTER_HEADERS);
  }

  private static long most(RoutingContext context) {
    String type = context.request().getHeader("Content-Type");
    return type != null && type.startsWith("multipart/form-data") ? MAX_WITH_FILES : MAX_BODY;
  }

  private static long length(RoutingContext context) {
    String header = context.request().getHeader("Content-Length");
    return header != null && LENGTH.matcher(header).matches() ? Long.parseLong(header) : 0;
  }

  void register(@Observes Router router) {
    for (int status : STATUSES) {
      router.errorHandler(status, context -> answer(context, status));
    }
  }

  private void answer(RoutingContext context, int status) {
    Throwable failure = context.failure();
    if (status == 500 && failure != null) {
      LOG.error(Failure.describe(failure));
    }
    if (context.response().ended()) {
      return;
    }
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(pages.html(status, pages.language(context.request())));
  }
}
