package nl.uitweg.platform.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import nl.uitweg.platform.i18n.Language;

/**
 * Makes the error pages of an area of the site that has a layout of its own. Called on the event
 * loop or on a worker thread, also for requests that are not authenticated or not read completely;
 * must not block.
 */
public interface AreaErrorPages {

  /** An error page and its language. */
  record ErrorPage(String html, Language language) {}

  /** The page for a status; empty when the request is not for this area. */
  Optional<ErrorPage> page(int status, HttpServerRequest request);
}
