package nl.uitweg.jobs;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail in the {@link Outbox}.
 *
 * @param details for {@link Kind#CHAIN} the length and head of the audit chain, or its first break;
 *     for {@link Kind#AGENDA} what {@link #agendaDetails} gives; empty for the other kinds
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
    /** The daily number of items in the agenda that are due. */
    AGENDA,
    /** The daily head of the audit chain. */
    CHAIN;

    /** The kinds that the daily mail about the agenda can include. */
    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    static final List<Kind> JOINABLE = List.of(SOMETHING, WAITING, STAND_IN);

    /** Last part of the key of its text. */
    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The details of {@link Kind#AGENDA}: the number of items, and what else the mail is about. */
  static String agendaDetails(long items, List<Kind> alongWith) {
    return Stream.concat(Stream.of(Long.toString(items)), alongWith.stream().map(Kind::name))
        .collect(Collectors.joining(" "));
  }

  /** The number of items in {@link #agendaDetails}. */
  long agendaItems() {
    return Long.parseLong(details.split(" ", -1)[0]);
  }

  /** What else a mail with {@link #agendaDetails} is about. */
  List<Kind> alongWith() {
    return Stream.of(details.split(" ", -1)).skip(1).map(Kind::valueOf).toList();
  }
}
