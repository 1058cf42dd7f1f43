package nl.uitweg.desk.officer;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * When and how strongly somebody logged in, read from the verified ID token.
 *
 * @param at time of the login; empty when the provider does not give it, and then the login never
 *     counts as recent
 */
public record Login(Optional<Instant> at, boolean secondFactor) {

  public static Login of(JsonWebToken token, LoginRules rules) {
    Object at = token.getClaim("auth_time");
    Object acr = token.getClaim("acr");
    boolean strong =
        (acr != null && rules.acr().contains(acr.toString()))
            || (token.getClaim("amr") instanceof JsonArray amr
                && amr.stream()
                    .anyMatch(
                        value ->
                            value instanceof JsonString text
                                && rules.amr().contains(text.getString())));
    return new Login(Optional.ofNullable(at).flatMap(Login::instant), strong);
  }

  private static Optional<Instant> instant(Object seconds) {
    try {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds.toString())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether the login is at most {@code maxAge} old. */
  public boolean isWithin(Duration maxAge, Instant now) {
    return at.map(authenticatedAt -> !now.isAfter(authenticatedAt.plus(maxAge))).orElse(false);
  }
}
