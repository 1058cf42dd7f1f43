package nl.uitweg.desk.officer;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import nl.uitweg.testsupport.StubRequest;
import nl.uitweg.testsupport.TestRegion;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Officers who are logged in with a token that a test writes, without a login provider. */
public final class OfficerExamples {

  private OfficerExamples() {}

  /**
   * The officer of a token.
   *
   * @param claims claims of the token; {@code groups} may also be a set of texts
   */
  public static CurrentOfficer loggedIn(
      LoginRules rules, Set<String> roles, Map<String, Object> claims) {
    QuarkusSecurityIdentity.Builder identity =
        QuarkusSecurityIdentity.builder().setPrincipal((Principal) () -> "subject");
    return current(identity.addRoles(roles).build(), rules, claims);
  }

  static CurrentOfficer nobody(LoginRules rules) {
    return current(QuarkusSecurityIdentity.builder().setAnonymous(true).build(), rules, Map.of());
  }

  @SuppressWarnings("UnnecessaryAssignment") // nothing is injected in tests without a server
  private static CurrentOfficer current(
      SecurityIdentity identity, LoginRules rules, Map<String, Object> claims) {
    CurrentOfficer current = new CurrentOfficer(identity, TestRegion.REGION, rules);
    current.token = token(claims);
    return current;
  }

  /** A token with these claims, whose name is "subject". */
  @SuppressWarnings("unchecked")
  public static JsonWebToken token(Map<String, Object> claims) {
    return StubRequest.stub(
        JsonWebToken.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getName" -> "subject";
              case "getClaim" -> claims.get((String) arguments[0]);
              case "getGroups" -> (Set<String>) claims.getOrDefault("groups", Set.of());
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }
}
