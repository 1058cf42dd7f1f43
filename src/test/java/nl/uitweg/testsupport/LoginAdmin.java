package nl.uitweg.testsupport;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Who manages the login provider, through its admin API; only tests give it such an account. */
public final class LoginAdmin {

  static final Map<String, String> ACCOUNT =
      Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "manager", "KC_BOOTSTRAP_ADMIN_PASSWORD", "manager");

  private final URI realm;

  LoginAdmin(URI realm) {
    this.realm = realm;
  }

  /** "Log out everywhere": ends every session of this person. */
  public void logOutEverywhere(String user) {
    String users = realm.resolve("/admin/realms/uitweg/users").toString();
    String token = token();
    String id =
        given()
            .auth()
            .oauth2(token)
            .queryParam("username", user)
            .queryParam("exact", true)
            .get(users)
            .then()
            .statusCode(200)
            .extract()
            .path("[0].id");
    given().auth().oauth2(token).post(users + "/" + id + "/logout").then().statusCode(204);
  }

  /**
   * Adds the realm as it is shipped, with the people of the demo, beside the one that is there.
   *
   * @param name of the realm
   * @param site address of the site, to which login may return
   */
  void createShippedRealm(String name, String site, String secret) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode realm = (ObjectNode) json.readTree(read("uitweg-realm.json", site, secret));
    JsonNode people = json.readTree(read("demo/uitweg-users-0.json", site, secret));
    realm.remove("id");
    realm.put("realm", name);
    realm.set("users", people.get("users"));
    given()
        .auth()
        .oauth2(token())
        .contentType("application/json")
        .body(json.writeValueAsString(realm))
        .post(this.realm.resolve("/admin/realms").toString())
        .then()
        .statusCode(201);
  }

  /** The provider itself fills in these places only in a file that it imports at start. */
  private static String read(String file, String site, String secret) throws IOException {
    return Files.readString(Path.of("deploy/keycloak", file))
        .replace("${UITWEG_BACKOFFICE_URL}", site)
        .replace("${UITWEG_OIDC_SECRET}", secret);
  }

  /** How long a login counts before the desk asks the provider again. */
  public void askAgainAfter(Duration life) {
    given()
        .auth()
        .oauth2(token())
        .contentType("application/json")
        .body(Map.of("accessTokenLifespan", life.toSeconds()))
        .put(realm.resolve("/admin/realms/uitweg").toString())
        .then()
        .statusCode(204);
  }

  private String token() {
    return given()
        .formParam("grant_type", "password")
        .formParam("client_id", "admin-cli")
        .formParam("username", "manager")
        .formParam("password", "manager")
        .post(realm.resolve("/realms/master/protocol/openid-connect/token").toString())
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }
}
