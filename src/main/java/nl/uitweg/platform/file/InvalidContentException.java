package nl.uitweg.platform.file;

/**
 * Thrown when a content file cannot be used. The message names the file, the line if it is known,
 * and the reason. Start-up and {@code bin/check-content} stop on it.
 */
public class InvalidContentException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  private InvalidContentException(String message) {
    super(message);
  }

  /**
   * @param line counted from 1
   */
  public static InvalidContentException at(String file, int line, String reason) {
    return new InvalidContentException(file + ":" + line + ": " + reason);
  }

  public static InvalidContentException in(String file, String reason) {
    return new InvalidContentException(file + ": " + reason);
  }
}
