package nl.uitweg.report.image.header;

import java.io.IOException;

/** An image whose header says that it is not to be decoded. */
public final class RefusedImageException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Why an image is not decoded; says nothing of what it shows. */
  public enum Reason {
    /** No format that is drawn. */
    FORMAT,
    /** Ends before, or contradicts, what its header says. */
    BROKEN,
    /** A variant that cameras, telephones and browsers do not make. */
    VARIANT,
    /** More pixels, frames or scans than are decoded. */
    TOO_MUCH
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
