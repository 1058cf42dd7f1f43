package nl.uitweg.signal.form;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
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

  /**
   * @param first shown while the visitor waits
   * @param workers few threads, so that those who waited leave the others room
   * @param rest does the work after the wait and gives the second half; goes on when the visitor's
   *     connection has broken, because sending again gives the same code
   */
  static FormAnswer later(String first, Duration wait, Executor workers, Supplier<String> rest) {
    return () ->
        RestMulti.fromMultiData(
                Multi.createFrom().<byte[]>emitter(e -> emit(e, first, wait, workers, rest)))
            .status(200)
            .header("Cache-Control", "no-store")
            .header("Clear-Site-Data", "\"cache\"")
            .header("X-Accel-Buffering", "no")
            .build();
  }

  private static void emit(
      MultiEmitter<? super byte[]> visitor,
      String first,
      Duration wait,
      Executor workers,
      Supplier<String> rest) {
    visitor.emit(first.getBytes(StandardCharsets.UTF_8));
    Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(wait)
        .emitOn(workers)
        .map(nothing -> rest.get())
        .subscribe()
        .with(
            html -> {
              visitor.emit(html.getBytes(StandardCharsets.UTF_8));
              visitor.complete();
            },
            failure -> {
              Logger.getLogger(FormAnswer.class).error(failure.getClass().getName());
              visitor.fail(failure);
            });
  }
}
