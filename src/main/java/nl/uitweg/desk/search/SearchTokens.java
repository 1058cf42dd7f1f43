package nl.uitweg.desk.search;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.sealing.DeskSeal;
import nl.uitweg.platform.sealing.UnsealException;

/**
 * Seals the query of an officer into the last part of the address of the results, so that no
 * address contains the words, and Back and reload show the results again. The sealed content is
 * padded, so the address does not tell how long the words are. A token is valid for the officer who
 * searched, in the same login session.
 */
@Singleton
class SearchTokens {

  /** As long as a form of the desk ({@code DeskTokens}). */
  static final Duration LIFETIME = Duration.ofHours(8);

  private static final String PURPOSE = "search";

  /** Time of issue, login session, officer, and the six fields of the query. */
  private static final int LINES = 9;

  private final Instance<DeskSeal> seal; // not available on the public tier
  private final CurrentOfficer current;
  private final Clock clock;

  SearchTokens(Instance<DeskSeal> seal, CurrentOfficer current, Clock clock) {
    this.seal = seal;
    this.current = current;
    this.clock = clock;
  }

  /**
   * @param query a valid query: no field but the words contains a line break
   */
  String write(SearchQuery query, Officer officer) {
    String content =
        String.join(
            "\n",
            Long.toString(clock.instant().getEpochSecond()),
            current.sessionId(),
            officer.name(),
            query.state(),
            query.form(),
            query.municipality(),
            query.from(),
            query.until(),
            query.q());
    return seal.get().seal(PURPOSE, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a token; empty when it is forged, of an earlier login of this officer, or older than
   * {@link #LIFETIME}.
   *
   * @throws ForbiddenException when another officer searched
   */
  Optional<SearchQuery> read(String token, Officer officer) {
    String[] content;
    try {
      content =
          new String(seal.get().open(PURPOSE, token), StandardCharsets.UTF_8).split("\n", LINES);
    } catch (UnsealException forged) {
      return Optional.empty();
    }
    if (!content[2].equals(officer.name())) {
      throw new ForbiddenException();
    }
    Instant issued = Instant.ofEpochSecond(Long.parseLong(content[0]));
    boolean valid =
        content[1].equals(current.sessionId()) && clock.instant().isBefore(issued.plus(LIFETIME));
    return valid
        ? Optional.of(
            new SearchQuery(content[8], content[3], content[4], content[5], content[6], content[7]))
        : Optional.empty();
  }
}
