package nl.uitweg.platform.persistence;

/** The database is not as it must be; the message says what to do about it. */
public final class SchemaProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  SchemaProblem(String message) {
    super(message);
  }

  SchemaProblem(String message, Exception cause) {
    super(message, cause);
  }
}
