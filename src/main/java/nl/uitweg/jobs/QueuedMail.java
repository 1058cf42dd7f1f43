package nl.uitweg.jobs;

import java.util.Locale;
import java.util.UUID;

/**
 * A mail in the {@link Outbox}.
 *
 * @param details for {@link Kind#CHAIN} the length and head of the audit chain, or its first break;
 *     empty for the other kinds
 * @param attempts number of attempts to send it, including the present one
 */
record QueuedMail(UUID id, String recipient, Kind kind, String details, int attempts) {

  /** The reason for a mail; determines its text. */
  enum Kind {
    /** There is a new report or message. */
    SOMETHING,
    /** A report was not opened in time. */
    WAITING,
    /** Like {@link #WAITING}, for the stand-ins of the officers. */
    STAND_IN,
    /** The daily head of the audit chain. */
    CHAIN;

    /** Last part of the key of its text. */
    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
