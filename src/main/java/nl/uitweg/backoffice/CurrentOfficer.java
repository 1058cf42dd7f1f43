package nl.uitweg.backoffice;

import io.quarkus.oidc.IdToken;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
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

  public Officer get() {
    Object name = token.getClaim("preferred_username");
    List<String> municipalities =
        groups().stream()
            .filter(group -> group.startsWith(GROUP))
            .map(group -> group.substring(GROUP.length()))
            .filter(id -> region.byId(id).isPresent())
            .sorted()
            .toList();
    return new Officer(
        name == null ? identity.getPrincipal().getName() : name.toString(),
        Set.copyOf(identity.getRoles()),
        municipalities);
  }

  /** When and how this officer logged in. */
  public Login login() {
    return Login.of(token, rules);
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
