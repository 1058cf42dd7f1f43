package nl.uitweg.site.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.RestMulti;
import org.junit.jupiter.api.Test;

class FormResponseTest {

  /** Response filters do not run for streams, so the stream itself must report the end. */
  @Test
  void streamReportsThatTheBodyWasProcessed() {
    AtomicBoolean processed = new AtomicBoolean();
    Runnable onFinished = () -> processed.set(true);
    FormResponse response =
        request -> RestMulti.fromMultiData(Multi.createFrom().item(new byte[0])).build();
    response.stream(contextWith(onFinished));
    assertThat(processed).isTrue();
  }

  /** The context of some request, in which every key has this value. */
  private static RoutingContext contextWith(Object value) {
    return (RoutingContext)
        Proxy.newProxyInstance(
            RoutingContext.class.getClassLoader(),
            new Class<?>[] {RoutingContext.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isIn("get", "request");
              return method.getName().equals("get") ? value : null;
            });
  }
}
