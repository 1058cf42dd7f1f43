package nl.uitweg.platform.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Makes the page for a form that could not be saved because the database was not available, or
 * another transaction had locked the same report. Each implementation handles one part of the
 * application.
 */
public interface SendAgainPages {

  /**
   * The HTML page with everything that was typed and a button that sends it again; empty when the
   * request is not a form of this part of the application.
   */
  Optional<String> page(RoutingContext context);
}
