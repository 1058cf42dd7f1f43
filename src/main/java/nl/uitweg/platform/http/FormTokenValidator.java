package nl.uitweg.platform.http;

/**
 * Knows the tokens of one kind of form. The first part of a body with files must be one: where it
 * is not, the rest is not read.
 */
public interface FormTokenValidator {

  /** Whether this field is a token that we made; it may be too old to be of use. */
  boolean ours(String field, String value);
}
