package nl.uitweg.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nl.uitweg.region.RealmFile;
import nl.uitweg.region.Region;

/**
 * Creates the realm of the demo: the shipped realm without the login flow that requires a second
 * factor, so that no phone is needed to try the demo.
 */
public final class DemoRealm {

  private DemoRealm() {}

  /**
   * @param shipped the file {@code deploy/keycloak/uitweg-realm.json}
   * @return a Keycloak realm with the groups of the region, for import
   */
  public static ObjectNode of(Path shipped, Region region) throws IOException {
    ObjectNode realm = RealmFile.of(shipped, region);
    realm.remove(List.of("browserFlow", "authenticationFlows", "authenticatorConfig"));
    for (JsonNode client : realm.path("clients")) {
      if (client.path("attributes") instanceof ObjectNode attributes) {
        attributes.remove("minimum.acr.value");
      }
    }
    return realm;
  }
}
