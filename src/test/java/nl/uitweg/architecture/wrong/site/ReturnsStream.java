package nl.uitweg.architecture.wrong.site;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestMulti;

/** Violates the rule about streams: makes one, and returns a value that a disconnect cancels. */
public class ReturnsStream {

  public RestMulti<String> stream() {
    return RestMulti.fromMultiData(Multi.createFrom().item("")).build();
  }

  @jakarta.ws.rs.GET
  public Uni<String> later() {
    return Uni.createFrom().item("");
  }
}
