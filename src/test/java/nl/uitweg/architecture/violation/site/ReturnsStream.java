package nl.uitweg.architecture.violation.site;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import org.jboss.resteasy.reactive.RestMulti;

/**
 * Violates the rules of {@code ArchitectureTest} on streams and deferred results: {@code stream}
 * creates a stream, and {@code later} returns a {@code Uni}, which a disconnect cancels.
 */
public class ReturnsStream {

  public RestMulti<String> stream() {
    return RestMulti.fromMultiData(Multi.createFrom().item("")).build();
  }

  @GET
  public Uni<String> later() {
    return Uni.createFrom().item("");
  }
}
