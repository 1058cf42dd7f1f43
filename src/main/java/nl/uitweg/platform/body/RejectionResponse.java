package nl.uitweg.platform.body;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import nl.uitweg.platform.http.MadeScreen;

/**
 * Sends the error page for a rejected body. When the body has not arrived completely, the
 * connection (in HTTP/2, the stream) is closed afterwards.
 */
final class RejectionResponse {

  static final int SERVICE_UNAVAILABLE = 503;

  /**
   * Time during which bytes that still arrive are discarded before the connection is closed, so
   * that the browser shows the page.
   */
  private static final long LINGER_MILLIS = 1_000;

  private RejectionResponse() {}

  /** Sends the page immediately; does nothing when the response has ended already. */
  static void send(RoutingContext context, int status, String page) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    boolean complete = request.isEnded();
    if (!complete && request.version() != HttpVersion.HTTP_2) {
      response.putHeader("Connection", "close");
    }
    if (status == SERVICE_UNAVAILABLE) {
      response.putHeader("Retry-After", "5");
    }
    response.setStatusCode(status);
    MadeScreen.of(page, request)
        .send(response)
        .onComplete(
            sent -> {
              if (!complete) {
                close(context);
              }
            });
  }

  private static void close(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.version() == HttpVersion.HTTP_2) {
      context.response().reset(0);
      return;
    }
    HttpConnection connection = request.connection();
    if (request.isEnded()) { // the rest arrived while the page was sent
      connection.close();
      return;
    }
    long linger = context.vertx().setTimer(LINGER_MILLIS, fired -> connection.close());
    request
        .handler(dropped -> {})
        .endHandler(
            nothing -> {
              context.vertx().cancelTimer(linger);
              connection.close();
            })
        .exceptionHandler(broken -> context.vertx().cancelTimer(linger))
        .resume();
  }
}
