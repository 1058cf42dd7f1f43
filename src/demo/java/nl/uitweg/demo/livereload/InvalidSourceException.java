package nl.uitweg.demo.livereload;

/** Thrown when changed sources are invalid. The message names files and lines where known. */
final class InvalidSourceException extends Exception {

  private static final long serialVersionUID = 1;

  InvalidSourceException(String message) {
    super(message);
  }
}
