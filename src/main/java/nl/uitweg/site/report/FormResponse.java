package nl.uitweg.site.report;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import nl.uitweg.platform.body.BodyProcessing;
import org.jboss.resteasy.reactive.RestMulti;

/**
 * Response to a request of the form: a complete page, or a page streamed in two parts. The first
 * part explains the wait and the second says whether the report was sent, so that waiting needs no
 * JavaScript.
 */
interface FormResponse {

  /** The response as a stream. */
  RestMulti<byte[]> stream();

  /** Marks the body of the request as processed, and returns the response as a stream. */
  default RestMulti<byte[]> stream(RoutingContext context) {
    BodyProcessing.finished(context);
    return stream();
  }

  static FormResponse page(int status, TemplateInstance template) {
    String html = template.render();
    return () ->
        RestMulti.fromMultiData(Multi.createFrom().item(html.getBytes(StandardCharsets.UTF_8)))
            .status(status)
            .build();
  }

  /** The last page of the form: tells the browser to clear its cache of the earlier pages. */
  static FormResponse lastPage(TemplateInstance template) {
    String html = template.render();
    return () ->
        RestMulti.fromMultiData(Multi.createFrom().item(html.getBytes(StandardCharsets.UTF_8)))
            .status(200)
            .header("Clear-Site-Data", "\"cache\"")
            .build();
  }

  /** A page streamed in two parts; see {@link DelayedPage}. */
  static FormResponse delayed(DelayedPage page) {
    return () ->
        RestMulti.fromMultiData(Multi.createFrom().<byte[]>emitter(page::emit))
            .status(200)
            .header("Clear-Site-Data", "\"cache\"")
            .header("X-Accel-Buffering", "no")
            .build();
  }
}
