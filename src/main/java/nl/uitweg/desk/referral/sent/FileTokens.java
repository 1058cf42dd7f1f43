package nl.uitweg.desk.referral.sent;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.sealing.DeskSeal;
import nl.uitweg.platform.sealing.EncryptedPdf;
import nl.uitweg.platform.sealing.UnsealException;

/**
 * Seals the passphrase of a referral file in a token. The token carries the passphrase from the
 * page that shows it once to the request that creates the file, so neither the passphrase nor the
 * file is ever stored.
 */
@Singleton
class FileTokens {

  private static final String PURPOSE = "referral-file";
  private static final Duration LIFETIME = Duration.ofMinutes(30);

  private final Instance<DeskSeal> seal; // not available on the public tier
  private final CurrentOfficer current;
  private final Clock clock;

  FileTokens(Instance<DeskSeal> seal, CurrentOfficer current, Clock clock) {
    this.seal = seal;
    this.current = current;
    this.clock = clock;
  }

  static String newPassphrase() {
    return EncryptedPdf.passphrase();
  }

  String issue(String passphrase, UUID referral, Officer officer) {
    String content =
        String.join(
            "\n",
            Long.toString(clock.instant().getEpochSecond()),
            referral.toString(),
            passphrase,
            current.sessionId(),
            officer.name());
    return seal.get().seal(PURPOSE, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads the passphrase from a token; empty when the token is invalid, has expired, or was issued
   * for another referral, officer or login session.
   */
  Optional<String> passphrase(String token, UUID referral, Officer officer) {
    try {
      String content = new String(seal.get().open(PURPOSE, token), StandardCharsets.UTF_8);
      String[] parts = content.split("\n", 5);
      boolean fresh =
          clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[0])).plus(LIFETIME));
      boolean matches =
          parts[1].equals(referral.toString())
              && parts[3].equals(current.sessionId())
              && parts[4].equals(officer.name());
      return fresh && matches ? Optional.of(parts[2]) : Optional.empty();
    } catch (UnsealException e) {
      return Optional.empty();
    }
  }
}
