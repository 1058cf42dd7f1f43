package nl.uitweg.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.uitweg.region.Region;

/**
 * The accounts of the demo: one officer for each municipality, named by its id, one officer of all
 * municipalities, and one account for each other role.
 */
public final class DemoUsers {

  private static final String PASSWORD = "demo";

  private DemoUsers() {}

  /** The users as a Keycloak import file. */
  public static ObjectNode of(Region region) {
    ObjectNode file = new ObjectMapper().createObjectNode().put("realm", "uitweg");
    ArrayNode users = file.putArray("users");
    for (Region.Municipality municipality : region.municipalities()) {
      add(
          users,
          municipality.id(),
          "Officer",
          municipality.name(),
          "officer",
          List.of(municipality.id()));
    }
    add(users, "officer", "Officer", "All municipalities", "officer", region.ids());
    add(users, "care", "Care", "Coordinator", "care-coordinator", List.of());
    add(users, "auditor", "The", "Auditor", "auditor", List.of());
    add(users, "admin", "The", "Administrator", "administrator", List.of());
    return file;
  }

  private static void add(
      ArrayNode users,
      String name,
      String firstName,
      String lastName,
      String role,
      List<String> municipalities) {
    ObjectNode user =
        users
            .addObject()
            .put("username", name)
            .put("enabled", true)
            .put("emailVerified", true)
            .put("email", name + "@demo.invalid")
            .put("firstName", firstName)
            .put("lastName", lastName);
    user.putArray("credentials")
        .addObject()
        .put("type", "password")
        .put("value", PASSWORD)
        .put("temporary", false);
    user.putArray("realmRoles").add(role);
    ArrayNode groups = user.putArray("groups");
    municipalities.forEach(id -> groups.add("/municipality/" + id));
  }
}
