package nl.uitweg.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Creates the realm of the demo: the shipped realm without the login flow that requires a second
 * factor, so that no phone is needed to try the demo.
 */
final class DemoRealm {

  private static final ObjectMapper JSON = new ObjectMapper();

  private DemoRealm() {}

  static void write(Path shipped, Path target) throws IOException {
    if (!(JSON.readTree(shipped.toFile()) instanceof ObjectNode realm)) {
      throw new DemoException(shipped + " is not a Keycloak realm (JSON object).");
    }
    realm.remove(List.of("browserFlow", "authenticationFlows", "authenticatorConfig"));
    for (JsonNode client : realm.path("clients")) {
      if (client.path("attributes") instanceof ObjectNode attributes) {
        attributes.remove("minimum.acr.value");
      }
    }
    JSON.writeValue(target.toFile(), realm);
  }
}
