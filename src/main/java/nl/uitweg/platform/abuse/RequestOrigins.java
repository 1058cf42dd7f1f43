package nl.uitweg.platform.abuse;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.util.Locale;
import nl.uitweg.platform.limits.Origins;
import org.jspecify.annotations.Nullable;

/**
 * An origin is an address, known by its {@link AddressPseudonyms} name. What comes from this
 * machine for a host name that ends in {@code .onion} is the onion service, whose visitors share
 * one origin.
 */
@Singleton
class RequestOrigins implements Origins {

  private static final String ONION = ".onion";

  private final AddressPseudonyms addresses;

  RequestOrigins(AddressPseudonyms addresses) {
    this.addresses = addresses;
  }

  @Override
  public Origin of(HttpServerRequest request) {
    SocketAddress remote = request.remoteAddress();
    String address = remote == null ? null : remote.hostAddress();
    return isOnionHost(request) && isThisMachine(address)
        ? new Origin("onion", true)
        : new Origin(addresses.name(address == null ? "" : address), false);
  }

  /** Whether it asks for a host of the onion service, also written with the dot of the root. */
  static boolean isOnionHost(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    if (authority == null) {
      return false;
    }
    String host = authority.host().toLowerCase(Locale.ROOT);
    return host.endsWith(ONION) || host.endsWith(ONION + ".");
  }

  private static boolean isThisMachine(@Nullable String address) {
    return address == null
        || address.startsWith("127.")
        || address.equals("0:0:0:0:0:0:0:1")
        || address.equals("::1");
  }
}
