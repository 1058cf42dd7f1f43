package nl.uitweg.report;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.report.intake.FileType;
import nl.uitweg.report.sealed.AttachmentMetadata;

/**
 * A file of a report, as an officer sees it before opening it.
 *
 * @param metadata empty when it cannot be decrypted; then only {@code id} is known
 */
public record AttachmentInfo(UUID id, Optional<AttachmentMetadata> metadata) {

  public boolean readable() {
    return metadata.isPresent();
  }

  /** Name given by the sender; empty when it is not readable. */
  public String name() {
    return metadata.map(AttachmentMetadata::name).orElse("");
  }

  public String mediaType() {
    return metadata.map(AttachmentMetadata::mediaType).orElse("");
  }

  /** Size in bytes. */
  public int size() {
    return metadata.map(AttachmentMetadata::size).orElse(0);
  }

  /** Whether location, time and device metadata were removed. */
  public boolean cleaned() {
    return metadata.map(AttachmentMetadata::cleaned).orElse(false);
  }

  /** Whether a virus scanner checked the file and found nothing. */
  public boolean scanned() {
    return metadata.map(AttachmentMetadata::scanned).orElse(false);
  }

  /** Time of arrival; {@link Instant#MAX} when it is not readable. */
  public Instant at() {
    return metadata.map(AttachmentMetadata::at).orElse(Instant.MAX);
  }

  /**
   * The file name with the extension of the media type, so that no file is saved with a misleading
   * extension.
   */
  public String fileName() {
    String extension = FileType.of(mediaType()).map(FileType::extension).orElse("bin");
    String name = name();
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name) + "." + extension;
  }

  /** Omits the name, because the result may be logged. */
  @Override
  public String toString() {
    return "AttachmentInfo " + id;
  }
}
