package nl.uitweg.report.keys;

/** Thrown when the database refuses to give or store keys; nothing has been changed. */
public class KeyDatabaseException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  KeyDatabaseException(Exception cause) {
    super("The keys cannot be read from the database or stored in it", cause);
  }
}
