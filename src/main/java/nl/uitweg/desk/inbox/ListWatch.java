package nl.uitweg.desk.inbox;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.desk.officer.LoginRules;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.sealing.DeskSeal;
import nl.uitweg.platform.sealing.UnsealException;

/**
 * Lets an open list notice that something changed, without a login: a request with the cookies of
 * the login would extend it, and the officer would never be logged out. The page holds a sealed
 * token with the municipalities of the officer and the numbers it shows. The token ends when an
 * unused login does.
 */
@Singleton
class ListWatch {

  private static final String PURPOSE = "list-watch";

  private final Instance<DeskSeal> seal; // not available on the public tier
  private final InboxQuery query;
  private final LoginRules rules;
  private final Clock clock;

  ListWatch(Instance<DeskSeal> seal, InboxQuery query, LoginRules rules, Clock clock) {
    this.seal = seal;
    this.query = query;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * What a page shows.
   *
   * @param open number of open reports
   * @param answers number of reports with a message that no officer has read
   */
  record Numbers(int open, int answers) {

    static Numbers of(Map<InboxView, Integer> counts) {
      return new Numbers(
          counts.getOrDefault(InboxView.OPEN, 0), counts.getOrDefault(InboxView.UNREAD_MESSAGE, 0));
    }
  }

  /** An opened token. */
  record Watched(List<String> municipalities, Numbers shown) {}

  /** Issues the token for a page that shows these numbers. */
  String token(Officer officer, Map<InboxView, Integer> counts) {
    Numbers shown = Numbers.of(counts);
    String content =
        String.join(
            "\n",
            Long.toString(clock.instant().plus(rules.idle()).getEpochSecond()),
            String.join(",", officer.municipalities()),
            shown.open() + "," + shown.answers());
    return seal.get().seal(PURPOSE, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Opens a token; empty when it is forged or has ended. */
  Optional<Watched> open(String token) {
    try {
      String[] lines =
          new String(seal.get().open(PURPOSE, token), StandardCharsets.UTF_8).split("\n", -1);
      boolean ended = clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(lines[0])));
      String[] numbers = lines[2].split(",", -1);
      return ended
          ? Optional.empty()
          : Optional.of(
              new Watched(
                  List.of(lines[1].split(",", -1)),
                  new Numbers(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]))));
    } catch (UnsealException forged) {
      return Optional.empty();
    }
  }

  /**
   * The numbers that the page would show now, in the caller's transaction, which is restricted to
   * the municipalities.
   */
  Numbers now(List<String> municipalities) {
    return Numbers.of(query.counts(new Officer("", Set.of(), municipalities)));
  }
}
