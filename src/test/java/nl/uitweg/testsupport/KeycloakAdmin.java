package nl.uitweg.testsupport;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nl.uitweg.demo.DemoUsers;
import nl.uitweg.region.RealmFile;
import nl.uitweg.region.Region;

/** Client of the admin API of Keycloak; only tests create an administrator account in it. */
public final class KeycloakAdmin {

  static final Map<String, String> ACCOUNT =
      Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "manager", "KC_BOOTSTRAP_ADMIN_PASSWORD", "manager");

  private final URI realmUri;

  KeycloakAdmin(URI realmUri) {
    this.realmUri = realmUri;
  }

  /** Ends every session of this user, as "Sign out" in the admin console does. */
  public void logOutEverywhere(String user) {
    String users = realmUri.resolve("/admin" + realmUri.getPath() + "/users").toString();
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
   * Adds a second realm: the shipped realm with the groups and users of the tests.
   *
   * @param name name of the new realm
   * @param site URL of the site, to which a login may redirect
   * @param secret client secret of the desk
   */
  void createShippedRealm(String name, String site, String secret) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Region region = TestRegion.REGION;
    ObjectNode realm = RealmFile.of(Path.of("deploy/keycloak/uitweg-realm.json"), region);
    realm.remove("id");
    realm.put("realm", name);
    realm.set("users", DemoUsers.of(region).get("users"));
    create(json.writeValueAsString(realm), site, secret);
  }

  /** Adds the realm with this representation, whose placeholders are filled in. */
  void create(String realm, String site, String secret) {
    given()
        .auth()
        .oauth2(token())
        .contentType("application/json")
        .body(filledIn(realm, site, secret))
        .post(realmUri.resolve("/admin/realms").toString())
        .then()
        .statusCode(201);
  }

  /** Fills in the placeholders, which Keycloak does in files that it imports at start-up only. */
  private static String filledIn(String realm, String site, String secret) {
    return realm.replace("${UITWEG_BACKOFFICE_URL}", site).replace("${UITWEG_OIDC_SECRET}", secret);
  }

  /** Sets for how long a token is valid; after that the desk asks the provider again. */
  public void setAccessTokenLifespan(Duration lifespan) {
    given()
        .auth()
        .oauth2(token())
        .contentType("application/json")
        .body(Map.of("accessTokenLifespan", lifespan.toSeconds()))
        .put(realmUri.resolve("/admin" + realmUri.getPath()).toString())
        .then()
        .statusCode(204);
  }

  private String token() {
    return given()
        .formParam("grant_type", "password")
        .formParam("client_id", "admin-cli")
        .formParam("username", "manager")
        .formParam("password", "manager")
        .post(realmUri.resolve("/realms/master/protocol/openid-connect/token").toString())
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }
}
