package nl.uitweg.operator;

/** Thrown when keys cannot be read from the database or stored in it; nothing has been changed. */
public class KeyDatabaseException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  KeyDatabaseException(Exception cause) {
    super(
        "The keys cannot be read from the database or stored in it: " + cause.getMessage(), cause);
  }
}
