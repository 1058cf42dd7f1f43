package nl.uitweg.platform.persistence;

/** The schema, roles or login of the database are not as required; the message says what to do. */
public final class DatabaseSchemaException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  public DatabaseSchemaException(String message) {
    super(message);
  }

  public DatabaseSchemaException(String message, Exception cause) {
    super(message, cause);
  }
}
