package nl.uitweg.demo;

/**
 * Thrown when the demo cannot start or continue. The message is one sentence for the user at the
 * terminal.
 */
public class DemoException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  DemoException(String message) {
    super(message);
  }

  DemoException(String message, Throwable cause) {
    super(message, cause);
  }
}
