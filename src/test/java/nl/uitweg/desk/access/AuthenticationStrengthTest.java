package nl.uitweg.desk.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.desk.officer.Login;
import nl.uitweg.desk.officer.LoginRules;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class AuthenticationStrengthTest {

  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final Duration MAX_LOGIN_AGE = Duration.ofHours(8);
  private static final LoginRules RULES =
      new Rules(
          Duration.ofMinutes(15),
          Duration.ofMinutes(2),
          MAX_LOGIN_AGE,
          Duration.ofMinutes(10),
          Set.of("2", "gold", "mfa"),
          Set.of("mfa", "otp"));

  private record Rules(
      Duration idle,
      Duration warning,
      Duration maxAge,
      Duration recent,
      Set<String> acr,
      Set<String> amr)
      implements LoginRules {}

  @Test
  void acceptsPasswordAloneInDemoOnly() {
    Login login = login(Map.of("auth_time", NOW.getEpochSecond(), "acr", "1"));
    assertThat(AuthenticationStrength.of(login, MAX_LOGIN_AGE, true, NOW))
        .isEqualTo(AuthenticationStrength.SUFFICIENT);
    assertThat(AuthenticationStrength.of(login, MAX_LOGIN_AGE, false, NOW))
        .isEqualTo(AuthenticationStrength.TOO_WEAK);
  }

  @Test
  void recognisesSecondFactorByAcrOrAmr() {
    JsonArray methods = Json.createArrayBuilder().add("pwd").add("otp").build();
    assertThat(login(Map.of("auth_time", 1, "acr", "2")).secondFactor()).isTrue();
    assertThat(login(Map.of("auth_time", 1, "amr", methods)).secondFactor()).isTrue();
    assertThat(
            login(Map.of("auth_time", 1, "amr", Json.createArrayBuilder().add("pwd").build()))
                .secondFactor())
        .isFalse();
    assertThat(login(Map.of("auth_time", 1)).secondFactor()).isFalse();
  }

  @Test
  void expiresLoginAfterEightHours() {
    Login login = login(Map.of("auth_time", NOW.getEpochSecond(), "acr", "2"));
    assertThat(AuthenticationStrength.of(login, MAX_LOGIN_AGE, false, NOW.plus(MAX_LOGIN_AGE)))
        .isEqualTo(AuthenticationStrength.SUFFICIENT);
    assertThat(
            AuthenticationStrength.of(
                login, MAX_LOGIN_AGE, false, NOW.plus(MAX_LOGIN_AGE).plusSeconds(1)))
        .isEqualTo(AuthenticationStrength.TOO_OLD);
  }

  @Test
  void rejectsLoginWithoutValidAuthTime() {
    assertThat(AuthenticationStrength.of(login(Map.of("acr", "2")), MAX_LOGIN_AGE, true, NOW))
        .isEqualTo(AuthenticationStrength.TOO_OLD);
    assertThat(
            AuthenticationStrength.of(login(Map.of("auth_time", "soon")), MAX_LOGIN_AGE, true, NOW))
        .isEqualTo(AuthenticationStrength.TOO_OLD);
  }

  private static Login login(Map<String, Object> claims) {
    return Login.of(
        new JsonWebToken() {
          @Override
          public String getName() {
            return "zilvervoort";
          }

          @Override
          public Set<String> getClaimNames() {
            return claims.keySet();
          }

          @Override
          @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
          public <T> T getClaim(String name) {
            return (T) Optional.ofNullable(claims.get(name)).orElse(null);
          }
        },
        RULES);
  }
}
