package nl.uitweg.report.image;

import java.io.IOException;

/** So many images wait to be drawn that this one has no turn; sent again later it has. */
public final class ImagesBusyException extends IOException {

  private static final long serialVersionUID = 1L;

  ImagesBusyException() {
    super("too many images wait to be drawn");
  }
}
