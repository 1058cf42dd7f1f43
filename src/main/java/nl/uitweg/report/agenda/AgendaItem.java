package nl.uitweg.report.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Something to do about a report on a day, with its note decrypted.
 *
 * @param officer user name of the officer who is to do it
 * @param note empty when there is none
 * @param readable false when the note cannot be decrypted; then the author and the note are empty
 * @param done empty while it is to be done
 */
public record AgendaItem(
    UUID id,
    UUID reportId,
    AgendaKind kind,
    LocalDate day,
    String officer,
    String author,
    String note,
    boolean readable,
    Optional<Done> done) {

  /** By whom and when an item was done. */
  public record Done(String officer, Instant at) {}

  /** Omits the note, because the result may be logged. */
  @Override
  public String toString() {
    return "AgendaItem";
  }
}
