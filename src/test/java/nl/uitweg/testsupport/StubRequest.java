package nl.uitweg.testsupport;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RequestBody;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request without a server, for tests of rules about addresses, headers and fields. It has only
 * what a test sets; every other call fails.
 */
public final class StubRequest {

  private static final int PORT = 49_152;

  private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
  private final Map<String, String> parameters = new HashMap<>();
  private final Map<String, Object> data = new HashMap<>();
  private @Nullable SocketAddress remote;
  private @Nullable HostAndPort authority = HostAndPort.create("uitweg.example", -1);
  private String path = "/";
  private @Nullable String body;

  /** A request from this IP address, or without an address when it is null. */
  public static StubRequest from(@Nullable String address) {
    StubRequest request = new StubRequest();
    if (address != null) {
      request.remote = SocketAddress.inetSocketAddress(new InetSocketAddress(ip(address), PORT));
    }
    return request;
  }

  /** A request from some address. */
  public static StubRequest ofVisitor() {
    return from("192.0.2.1");
  }

  /** Sets the requested host without a port, or none when it is null. */
  public StubRequest host(@Nullable String host) {
    authority = host == null ? null : HostAndPort.create(host, -1);
    return this;
  }

  public StubRequest host(String host, int port) {
    authority = HostAndPort.create(host, port);
    return this;
  }

  public StubRequest path(String requestedPath) {
    path = requestedPath;
    return this;
  }

  public StubRequest header(String name, String value) {
    headers.add(name, value);
    return this;
  }

  public StubRequest parameter(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  public StubRequest body(String text) {
    body = text;
    return this;
  }

  public StubRequest data(String key, Object value) {
    data.put(key, value);
    return this;
  }

  public HttpServerRequest request() {
    return stub(
        HttpServerRequest.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "remoteAddress" -> remote;
              case "authority" -> authority;
              case "path" -> path;
              case "headers" -> headers;
              case "getHeader" -> headers.get((String) arguments[0]);
              case "getParam" -> parameters.get((String) arguments[0]);
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  public RoutingContext context() {
    HttpServerRequest request = request();
    return stub(
        RoutingContext.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "request" -> request;
              case "normalizedPath" -> path;
              case "get" -> data.get((String) arguments[0]);
              case "body" -> requestBody();
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private RequestBody requestBody() {
    return stub(
        RequestBody.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "buffer" -> body == null ? null : Buffer.buffer(body);
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  /** An instance of an interface whose calls are answered by the handler. */
  public static <T> T stub(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(StubRequest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static InetAddress ip(String digits) {
    try {
      return InetAddress.getByName(digits);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
