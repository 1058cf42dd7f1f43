package nl.uitweg.site.report;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import nl.uitweg.platform.body.BodyProcessing;
import nl.uitweg.platform.http.MadeScreen;
import nl.uitweg.platform.page.Compression;
import org.jboss.resteasy.reactive.RestMulti;

/**
 * Response to a request of the form: a complete page, or a page streamed in two parts. The first
 * part explains the wait and the second says whether the report was sent, so that waiting needs no
 * JavaScript.
 */
interface FormResponse {

  /** The response as a stream, in an encoding that the request accepts. */
  RestMulti<byte[]> stream(HttpServerRequest request);

  /** Marks the body of the request as processed, and returns the response as a stream. */
  default RestMulti<byte[]> stream(RoutingContext context) {
    BodyProcessing.finished(context);
    return stream(context.request());
  }

  static FormResponse page(int status, TemplateInstance template) {
    String html = template.render();
    return request -> complete(html, request).status(status).build();
  }

  /** The last page of the form: tells the browser to clear its cache of the earlier pages. */
  static FormResponse lastPage(TemplateInstance template) {
    String html = template.render();
    return request ->
        complete(html, request).status(200).header("Clear-Site-Data", "\"cache\"").build();
  }

  private static RestMulti.SyncRestMulti.Builder<byte[]> complete(
      String html, HttpServerRequest request) {
    MadeScreen screen = MadeScreen.of(html, request);
    RestMulti.SyncRestMulti.Builder<byte[]> response =
        RestMulti.fromMultiData(Multi.createFrom().item(screen.bytes()));
    screen.headers().forEach(response::header);
    return response;
  }

  /**
   * A page streamed in two parts; see {@link DelayedPage}. It is compressed in gzip and never in
   * brotli, whose encoder has no way to end a part.
   */
  static FormResponse delayed(DelayedPage page) {
    return request -> {
      boolean gzip = Compression.accepts(request.getHeader("Accept-Encoding"), Compression.GZIP);
      RestMulti.SyncRestMulti.Builder<byte[]> response =
          RestMulti.fromMultiData(
                  Multi.createFrom().<byte[]>emitter(visitor -> page.emit(visitor, gzip)))
              .status(200)
              .header("Clear-Site-Data", "\"cache\"")
              .header("X-Accel-Buffering", "no")
              .header("Vary", "Accept-Encoding");
      return (gzip ? response.header("Content-Encoding", Compression.GZIP) : response).build();
    };
  }
}
