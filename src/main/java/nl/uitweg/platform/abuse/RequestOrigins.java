package nl.uitweg.platform.abuse;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.util.Locale;
import nl.uitweg.platform.limits.Origins;
import org.jspecify.annotations.Nullable;

/**
 * Derives the origin of a request from its address, by {@link AddressPseudonyms}. A request from
 * the loopback address for a host name that ends in {@code .onion} belongs to the onion service,
 * whose visitors share one origin.
 */
@Singleton
class RequestOrigins implements Origins {

  private static final String ONION_SUFFIX = ".onion";

  private final AddressPseudonyms addresses;

  RequestOrigins(AddressPseudonyms addresses) {
    this.addresses = addresses;
  }

  @Override
  public Origin of(HttpServerRequest request) {
    SocketAddress remote = request.remoteAddress();
    String address = remote == null ? null : remote.hostAddress();
    return isOnionHost(request) && isLoopback(address)
        ? new Origin("onion", true)
        : addresses.origin(address == null ? "" : address);
  }

  /**
   * Whether the requested host is an onion service, with or without the trailing dot of a fully
   * qualified name.
   */
  static boolean isOnionHost(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    if (authority == null) {
      return false;
    }
    String host = authority.host().toLowerCase(Locale.ROOT);
    return host.endsWith(ONION_SUFFIX) || host.endsWith(ONION_SUFFIX + ".");
  }

  private static boolean isLoopback(@Nullable String address) {
    return address == null
        || address.startsWith("127.")
        || address.equals("0:0:0:0:0:0:0:1")
        || address.equals("::1");
  }
}
