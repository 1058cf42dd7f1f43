package nl.uitweg.desk.route;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.EarlierLoginException;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.sealing.DeskSeal;
import nl.uitweg.platform.sealing.UnsealException;
import org.jspecify.annotations.Nullable;

/**
 * Protects the forms of the desk against cross-site request forgery (OWASP: encrypted token). Every
 * form carries a sealed token with the name of the officer, the login session and the time of
 * issue, and must be sent from a page of this site. ADR 2 says why this is not the Quarkus
 * extension; ADR 10 says what happens to a form of an earlier login.
 */
@Singleton
public class DeskTokens {

  /** Name of the hidden form field that holds the token. */
  public static final String FIELD_NAME = "token";

  private static final String PURPOSE = "form";
  private static final Duration LIFETIME = Duration.ofHours(8);

  private final Instance<DeskSeal> seal; // not available on the public tier
  private final CurrentOfficer current;
  private final CurrentVertxRequest request;
  private final FormOrigin origin;
  private final Clock clock;

  DeskTokens(
      Instance<DeskSeal> seal,
      CurrentOfficer current,
      CurrentVertxRequest request,
      FormOrigin origin,
      Clock clock) {
    this.seal = seal;
    this.current = current;
    this.request = request;
    this.origin = origin;
    this.clock = clock;
  }

  private record TokenContent(Instant issued, String session, String officer) {

    String encode() {
      return issued.getEpochSecond() + "\n" + session + "\n" + officer;
    }

    static TokenContent decode(String text) {
      String[] parts = text.split("\n", 3);
      return new TokenContent(Instant.ofEpochSecond(Long.parseLong(parts[0])), parts[1], parts[2]);
    }
  }

  /**
   * Issues a token for the forms of this officer, bound to the login session of the current
   * request.
   */
  public String issue(Officer officer) {
    TokenContent content = new TokenContent(clock.instant(), current.sessionId(), officer.name());
    return seal.get().seal(PURPOSE, content.encode().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Checks the token of a form that was sent.
   *
   * @throws ForbiddenException when the form was not sent from a page of this site, its token is
   *     missing, invalid or another officer's, or is older than eight hours
   * @throws EarlierLoginException when the token was issued to this officer in another login
   *     session
   */
  public void check(MultivaluedMap<String, String> form, Officer officer) {
    if (!origin.isSameOrigin(request.getCurrent().request())) {
      throw new ForbiddenException();
    }
    TokenContent content = unseal(form.getFirst(FIELD_NAME)).orElseThrow(ForbiddenException::new);
    if (!content.officer().equals(officer.name())
        || clock.instant().isAfter(content.issued().plus(LIFETIME))) {
      throw new ForbiddenException();
    }
    if (!content.session().equals(current.sessionId())) {
      throw new EarlierLoginException(officer, form);
    }
  }

  /**
   * Whether this class issued the token, to any officer. {@link #check} verifies to which officer.
   */
  public boolean isIssuedHere(@Nullable String token) {
    return unseal(token).isPresent();
  }

  private Optional<TokenContent> unseal(@Nullable String token) {
    try {
      byte[] content = seal.get().open(PURPOSE, token == null ? "" : token);
      return Optional.of(TokenContent.decode(new String(content, StandardCharsets.UTF_8)));
    } catch (UnsealException e) {
      return Optional.empty();
    }
  }
}
