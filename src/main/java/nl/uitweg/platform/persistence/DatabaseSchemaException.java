package nl.uitweg.platform.persistence;

/** The database is not as it must be; the message says what to do about it. */
public final class DatabaseSchemaException extends RuntimeException {

  private static final long serialVersionUID = 1;

  DatabaseSchemaException(String message) {
    super(message);
  }

  DatabaseSchemaException(String message, Exception cause) {
    super(message, cause);
  }
}
