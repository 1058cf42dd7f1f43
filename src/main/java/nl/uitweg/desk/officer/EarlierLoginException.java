package nl.uitweg.desk.officer;

import jakarta.ws.rs.core.MultivaluedMap;

/**
 * Thrown when the token of a form was issued in another login session of the officer who sends it.
 * Nothing is changed. {@code desk.access.RetainedForms} returns the input to the officer with a
 * token of the current login.
 */
public final class EarlierLoginException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Officer officer;
  private final transient MultivaluedMap<String, String> form;

  public EarlierLoginException(Officer officer, MultivaluedMap<String, String> form) {
    super("The form was issued in an earlier login session");
    this.officer = officer;
    this.form = form;
  }

  public Officer officer() {
    return officer;
  }

  /** The form as it was sent, including the old token. */
  public MultivaluedMap<String, String> form() {
    return form;
  }
}
