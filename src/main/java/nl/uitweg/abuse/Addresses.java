package nl.uitweg.abuse;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** Turns an address into a name that lives an hour: a keyed hash whose key is only in memory. */
@Singleton
class Addresses {

  private static final int KEY_BYTES = 32;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private byte[] key = new byte[0];
  private Instant hour = Instant.MIN;

  Addresses(Clock clock) {
    this.clock = clock;
  }

  synchronized String name(String address) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
    if (!now.equals(hour)) {
      hour = now;
      key = new byte[KEY_BYTES];
      random.nextBytes(key);
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(key);
      return HexFormat.of()
          .formatHex(digest.digest(address.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java", e);
    }
  }
}
