package nl.uitweg.desk.officer;

import io.quarkus.oidc.IdToken;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.region.Region;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Reads the {@link Officer} of the current request from the ID token. The municipalities are the
 * groups {@code /municipality/<id>} in the token.
 */
@RequestScoped
public class CurrentOfficer {

  private static final String MUNICIPALITY_GROUP_PREFIX = "/municipality/";

  private final SecurityIdentity identity;
  private final Region region;
  private final LoginRules rules;

  @Inject @IdToken JsonWebToken token;

  CurrentOfficer(SecurityIdentity identity, Region region, LoginRules rules) {
    this.identity = identity;
    this.rules = rules;
    this.region = region;
  }

  /** Whether somebody is logged in. The other methods may be called only when this is true. */
  public boolean isLoggedIn() {
    return !identity.isAnonymous();
  }

  public Officer get() {
    List<String> municipalities =
        groups().stream()
            .filter(group -> group.startsWith(MUNICIPALITY_GROUP_PREFIX))
            .map(group -> group.substring(MUNICIPALITY_GROUP_PREFIX.length()))
            .filter(id -> region.byId(id).isPresent())
            .sorted()
            .toList();
    return new Officer(userName(token), Set.copyOf(identity.getRoles()), municipalities);
  }

  /** When and how strongly this officer logged in. */
  public Login login() {
    return Login.of(token, rules);
  }

  /**
   * Identifies this login of the officer: the session id of the login provider (claim {@code sid},
   * OpenID Connect Front-Channel Logout), or the time of the login when the provider gives no
   * session id.
   */
  public String sessionId() {
    Object session =
        Optional.ofNullable(token.<Object>getClaim("sid")).orElse(token.getClaim("auth_time"));
    return String.valueOf(session);
  }

  /** The user name, as it is recorded in the audit trail. */
  public static String userName(JsonWebToken token) {
    Object name = token.getClaim("preferred_username");
    return name == null ? token.getName() : name.toString();
  }

  private List<String> groups() {
    List<String> groups = new ArrayList<>();
    if (token.getClaim("groups") instanceof JsonArray array) {
      for (JsonValue value : array) {
        if (value instanceof JsonString text) {
          groups.add(text.getString());
        }
      }
    } else {
      groups.addAll(token.getGroups());
    }
    return groups;
  }
}
