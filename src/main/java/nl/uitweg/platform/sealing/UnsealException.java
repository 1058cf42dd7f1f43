package nl.uitweg.platform.sealing;

/**
 * Something sealed does not open: altered, not ours, or of a version we do not know. Never says
 * what is inside.
 */
public class UnsealException extends Exception {

  private static final long serialVersionUID = 1;

  public UnsealException(String reason) {
    super(reason);
  }

  UnsealException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
