package nl.uitweg.report;

import java.time.Instant;
import java.util.UUID;
import nl.uitweg.report.intake.FileKind;

/**
 * Decrypted metadata of a file, which an officer may see before opening the file.
 *
 * @param size in bytes
 * @param cleaned whether location, time and device metadata were removed
 * @param scanned whether a virus scanner checked the file and found nothing
 * @param readable false when the metadata cannot be decrypted; then only {@code id} is known
 */
public record AttachmentInfo(
    UUID id,
    String name,
    String mediaType,
    int size,
    boolean cleaned,
    boolean scanned,
    Instant at,
    boolean readable) {

  /**
   * The file name with the extension of the media type, so that no file is saved with a misleading
   * extension.
   */
  public String fileName() {
    String extension = FileKind.of(mediaType).map(FileKind::extension).orElse("bin");
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name) + "." + extension;
  }

  /** Omits the name, because the result may be logged. */
  @Override
  public String toString() {
    return "AttachmentInfo " + id;
  }
}
