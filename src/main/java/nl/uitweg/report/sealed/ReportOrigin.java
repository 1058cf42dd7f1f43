package nl.uitweg.report.sealed;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.uitweg.platform.sealing.AssociatedData;

/**
 * The properties of a report that never change. The associated data of all its sealed content
 * includes them. Each method gives the associated data of one kind of content. The order of the
 * parts is part of the storage format.
 *
 * @param addressedTo municipality to which the reporter sent the report; empty when it was sent to
 *     all municipalities. It does not change when a municipality takes the report.
 */
public record ReportOrigin(UUID id, Optional<String> addressedTo) {

  /**
   * Associated data of the report content; includes the plaintext columns that an officer sees
   * before the report is decrypted.
   */
  public AssociatedData report(List<String> forms, LocalDate receivedOn) {
    return new AssociatedData(
        "report",
        Stream.concat(
                Stream.of(id.toString(), addressedToOrEmpty(), receivedOn.toString()),
                forms.stream())
            .toList());
  }

  /**
   * Associated data of a note.
   *
   * @param position position among the notes of the report, counted from 1
   */
  public AssociatedData note(UUID note, int position) {
    return AssociatedData.of("note", id, addressedToOrEmpty(), note, position);
  }

  /**
   * Associated data of a translation.
   *
   * @param part what is translated: the key of a question, or the id of a message
   */
  public AssociatedData translation(String part) {
    return AssociatedData.of("translation", id, addressedToOrEmpty(), part);
  }

  /**
   * Associated data of the note with an agenda item.
   *
   * @param kind key of the kind of item
   */
  public AssociatedData agendaItem(UUID item, String kind) {
    return AssociatedData.of("agenda-item", id, addressedToOrEmpty(), item, kind);
  }

  /**
   * Associated data of a message.
   *
   * @param position position in the conversation, counted from 1
   */
  public AssociatedData message(UUID message, int position, boolean fromOfficer) {
    return AssociatedData.of(
        "message",
        id,
        addressedToOrEmpty(),
        message,
        position,
        fromOfficer ? "to-reporter" : "to-officer");
  }

  /** Associated data of the metadata of a file. */
  public AssociatedData attachment(UUID file) {
    return AssociatedData.of("attachment", id, addressedToOrEmpty(), file);
  }

  /**
   * Associated data of the voucher of a file: the proof that a holder of the conversation key sent
   * it.
   */
  public AssociatedData voucher(UUID file) {
    return AssociatedData.of("attachment-voucher", id, addressedToOrEmpty(), file);
  }

  private String addressedToOrEmpty() {
    return addressedTo.orElse("");
  }
}
