package nl.uitweg.site.search;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.uitweg.platform.sealing.FormSeal;
import nl.uitweg.platform.sealing.UnsealException;

/**
 * Seals the words of a visitor into the last part of the address of their results, so that no
 * address contains the words and a reload shows the results again. The sealed content has a fixed
 * length, so the address does not tell how long the words are.
 */
@Singleton
class SearchTokens {

  /** Afterwards, whoever finds the address in the history of the browser sees no words. */
  static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final String PURPOSE = "search";

  private final FormSeal seal;
  private final Clock clock;

  SearchTokens(FormSeal seal, Clock clock) {
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * @param words at most {@link SearchResource#MAX_LENGTH} UTF-16 code units
   */
  String write(String words) {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    return seal.seal(
        PURPOSE,
        ByteBuffer.allocate(Long.BYTES + bytes.length)
            .putLong(clock.instant().getEpochSecond())
            .put(bytes)
            .array());
  }

  /** Reads a token; empty when it is forged or older than {@link #LIFETIME}. */
  Optional<String> read(String token) {
    try {
      ByteBuffer content = ByteBuffer.wrap(seal.open(PURPOSE, token));
      Instant issued = Instant.ofEpochSecond(content.getLong());
      return clock.instant().isBefore(issued.plus(LIFETIME))
          ? Optional.of(StandardCharsets.UTF_8.decode(content).toString())
          : Optional.empty();
    } catch (UnsealException forged) {
      return Optional.empty();
    }
  }
}
