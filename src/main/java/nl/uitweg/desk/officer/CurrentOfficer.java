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
 * Reads the {@link Officer} of this request; municipalities are the groups {@code
 * /municipality/<id>}.
 */
@RequestScoped
public class CurrentOfficer {

  private static final String GROUP = "/municipality/";

  private final SecurityIdentity identity;
  private final Region region;
  private final LoginRules rules;

  @Inject @IdToken JsonWebToken token;

  CurrentOfficer(SecurityIdentity identity, Region region, LoginRules rules) {
    this.identity = identity;
    this.rules = rules;
    this.region = region;
  }

  /** Whether somebody is logged in; only then the rest has an answer. */
  public boolean isKnown() {
    return !identity.isAnonymous();
  }

  public Officer get() {
    List<String> municipalities =
        groups().stream()
            .filter(group -> group.startsWith(GROUP))
            .map(group -> group.substring(GROUP.length()))
            .filter(id -> region.byId(id).isPresent())
            .sorted()
            .toList();
    return new Officer(name(token), Set.copyOf(identity.getRoles()), municipalities);
  }

  /** When and how this officer logged in. */
  public Login login() {
    return Login.of(token, rules);
  }

  /**
   * Which login of the officer this is, from the provider's session (OpenID Connect Front-Channel
   * Logout, {@code sid}); of a provider that does not say, the moment of logging in.
   */
  public String session() {
    Object session =
        Optional.ofNullable(token.<Object>getClaim("sid")).orElse(token.getClaim("auth_time"));
    return String.valueOf(session);
  }

  /** User name, as it stands in the audit. */
  public static String name(JsonWebToken token) {
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
