package nl.uitweg.region;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The realm of the login provider with the groups of a region: {@code /municipality/<id>} for each
 * municipality. The shipped realm has no municipalities.
 */
public final class RealmFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RealmFile() {}

  /**
   * @param shipped the file {@code deploy/keycloak/uitweg-realm.json}
   * @return a Keycloak realm, for import
   * @throws IllegalStateException when the file is not a realm
   */
  public static ObjectNode of(Path shipped, Region region) throws IOException {
    if (!(JSON.readTree(shipped.toFile()) instanceof ObjectNode realm)) {
      throw new IllegalStateException(shipped + " is not a Keycloak realm (JSON object)");
    }
    ObjectNode parent = realm.putArray("groups").addObject().put("name", "municipality");
    ArrayNode groups = parent.putArray("subGroups");
    region.ids().forEach(id -> groups.addObject().put("name", id));
    return realm;
  }
}
