package nl.uitweg.platform.limits;

import io.vertx.core.http.HttpServerRequest;

/**
 * Identifies where requests come from without revealing addresses. Implemented in {@code
 * platform.abuse}.
 */
public interface Origins {

  /**
   * Where a request comes from.
   *
   * @param name pseudonym that is equal for requests from one address during an hour
   * @param onion whether it is the onion service, which is one origin for all its visitors
   */
  record Origin(String name, boolean onion) {}

  Origin of(HttpServerRequest request);
}
