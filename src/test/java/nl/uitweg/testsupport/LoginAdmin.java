package nl.uitweg.testsupport;

import static io.restassured.RestAssured.given;

import java.net.URI;
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
