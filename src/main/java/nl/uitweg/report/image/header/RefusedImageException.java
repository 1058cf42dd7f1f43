package nl.uitweg.report.image.header;

import java.io.IOException;

/** Thrown when the header of an image shows that it must not be decoded. */
public final class RefusedImageException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Why an image was refused; reveals nothing about its content. */
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
