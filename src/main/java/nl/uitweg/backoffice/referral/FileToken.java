package nl.uitweg.backoffice.referral;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.backoffice.Officer;
import nl.uitweg.sealing.FormSeal;
import nl.uitweg.sealing.LockedPdf;
import nl.uitweg.sealing.UnsealException;

/**
 * Carries the passphrase of a hand-over file from the page that shows it once to the file itself,
 * sealed inside the page: neither passphrase nor file is ever stored.
 */
@Singleton
class FileToken {

  private static final String PURPOSE = "referral-file";
  private static final Duration LIFE = Duration.ofMinutes(30);

  private final FormSeal seal;
  private final Clock clock;

  FileToken(FormSeal seal, Clock clock) {
    this.seal = seal;
    this.clock = clock;
  }

  static String passphrase() {
    return LockedPdf.passphrase();
  }

  String issue(String passphrase, UUID referral, Officer officer) {
    String content =
        String.join(
            " ",
            Long.toString(clock.instant().getEpochSecond()),
            referral.toString(),
            passphrase,
            officer.name());
    return seal.seal(PURPOSE, content.getBytes(StandardCharsets.UTF_8));
  }

  /** The passphrase; empty when the token is old, or of another referral or officer. */
  Optional<String> passphrase(String token, UUID referral, Officer officer) {
    try {
      String[] parts = new String(seal.open(PURPOSE, token), StandardCharsets.UTF_8).split(" ", 4);
      boolean fresh =
          clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[0])).plus(LIFE));
      boolean mine = parts[1].equals(referral.toString()) && parts[3].equals(officer.name());
      return fresh && mine ? Optional.of(parts[2]) : Optional.empty();
    } catch (UnsealException e) {
      return Optional.empty();
    }
  }
}
