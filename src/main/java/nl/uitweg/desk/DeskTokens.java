package nl.uitweg.desk;

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
 * Against forged forms (OWASP: encrypted token): every form of the desk carries a sealed token with
 * the officer's name, the login and the time, and must come from a page of this site. See ADR 2 for
 * why not the Quarkus extension, and ADR 10 for what happens to a form of an earlier login.
 */
@Singleton
public class DeskTokens {

  /** Name of the hidden field. */
  public static final String FIELD = "token";

  private static final String PURPOSE = "form";
  private static final Duration LIFE = Duration.ofHours(8);

  private final Instance<DeskSeal> seal; // the public tier has none
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

  private record Content(Instant issued, String session, String officer) {

    String text() {
      return issued.getEpochSecond() + "\n" + session + "\n" + officer;
    }

    static Content of(String text) {
      String[] parts = text.split("\n", 3);
      return new Content(Instant.ofEpochSecond(Long.parseLong(parts[0])), parts[1], parts[2]);
    }
  }

  /** A token for the forms of this officer in the login of this request. */
  public String issue(Officer officer) {
    Content content = new Content(clock.instant(), current.session(), officer.name());
    return seal.get().seal(PURPOSE, content.text().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws ForbiddenException when the form was not sent from a page of this site, its token is
   *     not one of this officer's, or is older than eight hours
   * @throws EarlierLoginException when the token is this officer's own, from another login
   */
  public void check(MultivaluedMap<String, String> form, Officer officer) {
    if (!origin.isOurs(request.getCurrent().request())) {
      throw new ForbiddenException();
    }
    Content content = open(form.getFirst(FIELD)).orElseThrow(ForbiddenException::new);
    if (!content.officer().equals(officer.name())
        || clock.instant().isAfter(content.issued().plus(LIFE))) {
      throw new ForbiddenException();
    }
    if (!content.session().equals(current.session())) {
      throw new EarlierLoginException(officer, form);
    }
  }

  /** Whether it was made here for some officer; whose, {@link #check} says. */
  public boolean ours(@Nullable String token) {
    return open(token).isPresent();
  }

  private Optional<Content> open(@Nullable String token) {
    try {
      byte[] content = seal.get().open(PURPOSE, token == null ? "" : token);
      return Optional.of(Content.of(new String(content, StandardCharsets.UTF_8)));
    } catch (UnsealException e) {
      return Optional.empty();
    }
  }
}
