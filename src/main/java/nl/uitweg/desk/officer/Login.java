package nl.uitweg.desk.officer;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * When and how strongly somebody logged in, from the verified token.
 *
 * @param at empty when the provider does not say; then no login counts as fresh
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

  /** Whether it is at most this old. */
  public boolean within(Duration age, Instant now) {
    return at.map(then -> !now.isAfter(then.plus(age))).orElse(false);
  }
}
