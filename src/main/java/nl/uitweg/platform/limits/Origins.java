package nl.uitweg.platform.limits;

import io.vertx.core.http.HttpServerRequest;

/**
 * Tells apart where requests come from, without saying where; {@code platform.abuse} implements it.
 */
public interface Origins {

  /**
   * @param name equal for requests from one place, for an hour; says nothing else
   * @param onion whether it is the onion service, which all its visitors share
   */
  record Origin(String name, boolean onion) {}

  Origin of(HttpServerRequest request);
}
