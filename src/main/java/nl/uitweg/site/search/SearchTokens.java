package nl.uitweg.site.search;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import nl.uitweg.platform.sealing.FormSeal;

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
    return seal.sealIssued(PURPOSE, clock.instant(), words.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a token; empty when it is forged or older than {@link #LIFETIME}. */
  Optional<String> read(String token) {
    return seal.openIssuedAfter(PURPOSE, clock.instant().minus(LIFETIME), token)
        .map(words -> new String(words, StandardCharsets.UTF_8));
  }
}
