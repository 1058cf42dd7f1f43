package nl.uitweg.platform.http;

/**
 * Recognises the tokens of one kind of form. The first part of a body with files must be a token
 * that one of the validators recognises; otherwise the rest of the body is not read.
 */
public interface FormTokenValidator {

  /**
   * Whether the field contains a token that this application issued; the token may have expired.
   */
  boolean isIssued(String field, String value);
}
