package nl.uitweg.jobs;

import java.util.Locale;
import java.util.UUID;

/**
 * A mail that waits in the {@link Outbox}.
 *
 * @param words what only a mail about the chain has: its length and its head
 */
record Mail(UUID id, String recipient, Kind kind, String words, int attempts) {

  /** Why somebody gets a mail; chooses its text. */
  enum Kind {
    SOMETHING,
    WAITING,
    STAND_IN,
    CHAIN;

    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
