package nl.uitweg.report;

import java.time.Instant;
import java.util.UUID;
import nl.uitweg.report.intake.FileKind;

/**
 * What an officer may know of a file before opening it.
 *
 * @param size in bytes
 * @param cleaned whether place, time and device were taken out
 * @param scanned whether a virus scanner found nothing; false when none looked
 * @param opens false when its sealed part was altered; then the rest is empty
 */
public record OpenAttachment(
    UUID id,
    String name,
    String mediaType,
    int size,
    boolean cleaned,
    boolean scanned,
    Instant at,
    boolean opens) {

  /** The name with the ending of what it is, so that nothing is saved as what it is not. */
  public String fileName() {
    String ending = FileKind.of(mediaType).map(FileKind::ending).orElse("bin");
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name) + "." + ending;
  }

  /** Never the name: this may end in a log. */
  @Override
  public String toString() {
    return "OpenAttachment " + id;
  }
}
