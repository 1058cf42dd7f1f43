package nl.uitweg.platform.abuse;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Creates stub requests that only have a remote address and a requested host. */
final class FakeRequests {

  private FakeRequests() {}

  static HttpServerRequest from(String address) {
    return from(address, "uitweg.example");
  }

  static HttpServerRequest from(String address, String host) {
    SocketAddress remote = SocketAddress.inetSocketAddress(new InetSocketAddress(ip(address), 1));
    return (HttpServerRequest)
        Proxy.newProxyInstance(
            FakeRequests.class.getClassLoader(),
            new Class<?>[] {HttpServerRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "remoteAddress" -> remote;
                  case "authority" -> HostAndPort.create(host, -1);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static InetAddress ip(String digits) {
    try {
      return InetAddress.getByName(digits);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
