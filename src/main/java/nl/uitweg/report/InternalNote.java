package nl.uitweg.report;

import java.time.Instant;
import nl.uitweg.platform.sealing.AssociatedData;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.sealed.NotePlaintext;

/**
 * A decrypted note of an officer, on a report or on a dossier.
 *
 * @param readable false when the note cannot be decrypted; then the texts are empty and the time is
 *     {@link Instant#EPOCH}
 */
public record InternalNote(String author, Instant at, String text, boolean readable) {

  /** In place of a note that cannot be decrypted. */
  public static final InternalNote UNREADABLE = new InternalNote("", Instant.EPOCH, "", false);

  /** Decrypts a note; one that was altered or moved is {@link #UNREADABLE}. */
  public static InternalNote open(ContentKey key, AssociatedData associatedData, byte[] sealed) {
    try {
      NotePlaintext note = ReportFormat.read(key.open(associatedData, sealed), NotePlaintext.class);
      return new InternalNote(note.author(), note.at(), note.text(), true);
    } catch (UnsealException | IllegalStateException e) {
      return UNREADABLE;
    }
  }

  /** Seals a note, so that {@link #open} can decrypt it with the same key and associated data. */
  public static byte[] seal(ContentKey key, AssociatedData associatedData, NotePlaintext note) {
    return key.seal(associatedData, ReportFormat.write(note));
  }

  /** Omits the text, because the result may be logged. */
  @Override
  public String toString() {
    return "InternalNote";
  }
}
