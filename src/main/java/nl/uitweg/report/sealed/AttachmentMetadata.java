package nl.uitweg.report.sealed;

import java.time.Instant;
import java.util.Objects;
import nl.uitweg.report.content.ReportFormat;

/** The plaintext metadata of a file, stored sealed as JSON. */
public record AttachmentMetadata(
    String name, String mediaType, int size, boolean cleaned, boolean scanned, Instant at) {

  public AttachmentMetadata {
    Objects.requireNonNull(name);
    Objects.requireNonNull(mediaType);
    ReportFormat.requirePlausible(at);
  }

  /** Omits the content, because the result may be logged. */
  @Override
  public String toString() {
    return "AttachmentMetadata";
  }
}
