package nl.uitweg.site.report;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestMulti;

/**
 * What a visitor gets for one press of a button: a page at once, or the first half of a page that
 * explains the wait, and its second half when the report was sent. So no script is needed to wait.
 */
interface FormAnswer {

  RestMulti<byte[]> stream();

  static FormAnswer page(int status, TemplateInstance template) {
    String html = template.render();
    return () ->
        RestMulti.fromMultiData(Multi.createFrom().item(html.getBytes(StandardCharsets.UTF_8)))
            .status(status)
            .header("Cache-Control", "no-store")
            .build();
  }

  /** The last page of a form: the browser forgets the pages before it, as far as it can. */
  static FormAnswer lastPage(TemplateInstance template) {
    String html = template.render();
    return () ->
        RestMulti.fromMultiData(Multi.createFrom().item(html.getBytes(StandardCharsets.UTF_8)))
            .status(200)
            .header("Cache-Control", "no-store")
            .header("Clear-Site-Data", "\"cache\"")
            .build();
  }

  /** A page in two parts; {@link DelayedPage} says when the second one comes. */
  static FormAnswer later(DelayedPage page) {
    return () ->
        RestMulti.fromMultiData(Multi.createFrom().<byte[]>emitter(page::emit))
            .status(200)
            .header("Cache-Control", "no-store")
            .header("Clear-Site-Data", "\"cache\"")
            .header("X-Accel-Buffering", "no")
            .build();
  }
}
