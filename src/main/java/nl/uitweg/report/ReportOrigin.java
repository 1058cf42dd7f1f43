package nl.uitweg.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.uitweg.platform.sealing.AssociatedData;

/**
 * The report that something sealed belongs to, and what else that is authenticated with it: the one
 * place that says so for every kind of content. The order of the parts is part of the format.
 *
 * @param municipality for which the reporter sent it; empty when it was sent to all. It stays the
 *     same when one of them takes the report.
 */
record ReportOrigin(UUID id, Optional<String> municipality) {

  /** The answers; with the plain columns that an officer sees before opening them. */
  AssociatedData report(List<String> forms, LocalDate receivedOn) {
    return new AssociatedData(
        "report",
        Stream.concat(Stream.of(id.toString(), addressee(), receivedOn.toString()), forms.stream())
            .toList());
  }

  /**
   * @param position its place among the notes of the report, counted from 1
   */
  AssociatedData note(UUID note, int position) {
    return AssociatedData.of("note", id, addressee(), note, position);
  }

  /**
   * @param position its place in the conversation, counted from 1
   */
  AssociatedData message(UUID message, int position, boolean fromOfficer) {
    return AssociatedData.of(
        "message", id, addressee(), message, position, fromOfficer ? "to-reporter" : "to-officer");
  }

  /** What is known of a file: its name, kind and size. */
  AssociatedData attachment(UUID file) {
    return AssociatedData.of("attachment", id, addressee(), file);
  }

  /** What says that a file was sent by who holds the key of the conversation. */
  AssociatedData voucher(UUID file) {
    return AssociatedData.of("attachment-voucher", id, addressee(), file);
  }

  private String addressee() {
    return municipality.orElse("");
  }
}
