package nl.uitweg.testsupport;

import java.util.Optional;

/**
 * One kind of file that a visitor may send, and what is done with it.
 *
 * @param description what it is, without its name
 * @param fileName name as a browser sends it
 * @param outcome what the visitor experiences
 * @param download what an officer gets; empty when the file is not accepted
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AttachmentKind(
    String description,
    String fileName,
    byte[] content,
    Outcome outcome,
    Optional<Download> download) {

  /** What happens to a file that is sent without agreeing to send files that cannot be cleaned. */
  public enum Outcome {
    /** An image that was re-encoded. */
    CLEANED,
    /** Text without metadata, sent as it is. */
    AS_IT_IS,
    /** Sent as it is after the visitor agreed: it may show who made it. */
    AFTER_CONFIRMATION,
    /** Refused because of its type. */
    REFUSED_TYPE,
    /** Refused because it is larger than 10 MB. */
    REFUSED_SIZE,
    /** Refused because it is empty. */
    REFUSED_EMPTY
  }

  /**
   * What an officer downloads.
   *
   * @param mediaType value of {@code Content-Type}
   * @param fileName name in {@code Content-Disposition}, decoded
   */
  public record Download(String mediaType, String fileName) {}

  static AttachmentKind cleaned(
      String description, String fileName, byte[] content, String mediaType, String savedAs) {
    return new AttachmentKind(
        description,
        fileName,
        content,
        Outcome.CLEANED,
        Optional.of(new Download(mediaType, savedAs)));
  }

  static AttachmentKind confirmed(
      String description, String fileName, byte[] content, String mediaType, String savedAs) {
    return new AttachmentKind(
        description,
        fileName,
        content,
        Outcome.AFTER_CONFIRMATION,
        Optional.of(new Download(mediaType, savedAs)));
  }

  static AttachmentKind text(String description, String fileName, byte[] content, String savedAs) {
    return new AttachmentKind(
        description,
        fileName,
        content,
        Outcome.AS_IT_IS,
        Optional.of(new Download("text/plain", savedAs)));
  }

  static AttachmentKind refused(
      String description, String fileName, byte[] content, Outcome outcome) {
    return new AttachmentKind(description, fileName, content, outcome, Optional.empty());
  }

  @Override
  public String toString() {
    return description;
  }
}
