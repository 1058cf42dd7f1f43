package nl.uitweg.platform.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Returns a form to the visitor that could not be saved because another transaction has locked the
 * same report. An implementation handles a part of the site.
 */
public interface BusyForms {

  /**
   * The HTML page with everything that was typed and a button that sends it again; empty when the
   * request is not a form of this part of the site.
   */
  Optional<String> page(RoutingContext context);
}
