package nl.uitweg.desk.officer;

import jakarta.ws.rs.core.MultivaluedMap;

/**
 * A form was made in another login of the officer who sends it. Nothing is changed: the officer
 * gets back what was typed, with a token of the present login ({@code session.KeptForms}).
 */
public final class EarlierLoginException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Officer officer;
  private final transient MultivaluedMap<String, String> form;

  public EarlierLoginException(Officer officer, MultivaluedMap<String, String> form) {
    super("The form is of an earlier login");
    this.officer = officer;
    this.form = form;
  }

  public Officer officer() {
    return officer;
  }

  /** What was sent, the old token included. */
  public MultivaluedMap<String, String> form() {
    return form;
  }
}
