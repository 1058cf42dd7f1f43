package nl.uitweg.platform.limits;

import io.vertx.core.http.HttpServerRequest;

/**
 * Identifies where requests come from without revealing addresses. Implemented in {@code
 * platform.abuse}.
 */
public interface Origins {

  /**
   * Where a request comes from: an IPv4 address, an IPv6 /56 network or the onion service.
   *
   * @param name pseudonym that is equal for requests from one origin during an hour
   * @param network pseudonym of the IPv6 /48 network of the origin, which one customer may have as
   *     a whole; any other origin is its own network
   * @param onion whether it is the onion service, which is one origin for all its visitors
   */
  record Origin(String name, String network, boolean onion) {

    /** An origin that is its own network. */
    public Origin(String name, boolean onion) {
      this(name, name, onion);
    }
  }

  /** The origin of a request. */
  Origin of(HttpServerRequest request);
}
