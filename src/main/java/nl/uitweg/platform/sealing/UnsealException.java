package nl.uitweg.platform.sealing;

/**
 * Thrown when sealed content cannot be decrypted: it was altered, sealed with another key, or has
 * an unknown version. The message never contains content.
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
