package nl.uitweg.backoffice;

import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.uitweg.sealing.FormSeal;
import nl.uitweg.sealing.UnsealException;
import org.jspecify.annotations.Nullable;

/**
 * Against forged forms (OWASP: encrypted token): every form of the desk carries a sealed token with
 * the officer's name and the time. See ADR 2 for why not the Quarkus extension.
 */
@Singleton
public class DeskTokens {

  private static final String PURPOSE = "desk";
  private static final Duration LIFE = Duration.ofHours(8);

  private final FormSeal seal;
  private final Clock clock;

  DeskTokens(FormSeal seal, Clock clock) {
    this.seal = seal;
    this.clock = clock;
  }

  String issue(Officer officer) {
    String content = clock.instant().getEpochSecond() + " " + officer.name();
    return seal.seal(PURPOSE, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws ForbiddenException when the form did not come from this officer's own screen, or is
   *     older than eight hours
   */
  public void check(@Nullable String token, Officer officer) {
    try {
      String content =
          new String(seal.open(PURPOSE, token == null ? "" : token), StandardCharsets.UTF_8);
      int space = content.indexOf(' ');
      Instant issued = Instant.ofEpochSecond(Long.parseLong(content.substring(0, space)));
      boolean mine = content.substring(space + 1).equals(officer.name());
      if (!mine || clock.instant().isAfter(issued.plus(LIFE))) {
        throw new ForbiddenException();
      }
    } catch (UnsealException e) {
      throw new ForbiddenException(e);
    }
  }

  /** Whether it was made here for some officer; whose, {@link #check} says. */
  public boolean ours(@Nullable String token) {
    try {
      seal.open(PURPOSE, token == null ? "" : token);
      return true;
    } catch (UnsealException e) {
      return false;
    }
  }
}
