package nl.uitweg.report.image;

import java.io.IOException;

/**
 * Thrown when an image is not processed because it waited for earlier images longer than {@link
 * ImageSettings#queueTimeout}. The caller may try again later.
 */
public final class ImagesBusyException extends IOException {

  private static final long serialVersionUID = 1L;

  ImagesBusyException() {
    super("too many images are waiting to be processed");
  }
}
