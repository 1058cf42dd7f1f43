package nl.uitweg.bench.pages;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.file.Path;

/** A Vert.x server with one route, which sends a page that is in memory: the reference. */
public final class BareRoute extends AbstractVerticle {

  private final int port;
  private final CapturedPage page;
  private final Buffer body;

  private BareRoute(int port, CapturedPage page) {
    this.port = port;
    this.page = page;
    this.body = Buffer.buffer(page.body());
  }

  /**
   * Starts it; it runs until the process is ended.
   *
   * @param arguments port, and the folder of a {@link CapturedPage}
   */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    CapturedPage page = CapturedPage.read(Path.of(arguments[1]));
    Vertx vertx = Vertx.vertx();
    vertx
        .deployVerticle(
            () -> new BareRoute(port, page),
            new DeploymentOptions().setInstances(VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE))
        .onFailure(failure -> System.exit(1));
  }

  @Override
  public void start(Promise<Void> started) {
    Router router = Router.router(vertx);
    router
        .get("/nl")
        .handler(
            context -> {
              HttpServerResponse response = context.response();
              page.headers().forEach(response::putHeader);
              response.end(body);
            });
    vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(port, "127.0.0.1")
        .<Void>mapEmpty()
        .onComplete(started);
  }
}
