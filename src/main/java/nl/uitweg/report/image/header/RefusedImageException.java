package nl.uitweg.report.image.header;

import java.io.IOException;

/** Thrown when an image must not be decoded, judging by its header. */
public final class RefusedImageException extends IOException {

  private static final long serialVersionUID = 1L;

  /** The reason; it reveals nothing about the content of the image. */
  public enum Reason {
    /** Not a supported format. */
    UNKNOWN_FORMAT,
    /** Truncated, or inconsistent with its header. */
    MALFORMED,
    /** A variant that cameras, phones and browsers do not produce. */
    UNSUPPORTED_VARIANT,
    /** Too many pixels, frames, chunks or scans. */
    LIMIT_EXCEEDED
  }

  private final Reason reason;

  RefusedImageException(Reason reason) {
    super("refused image: " + reason);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
