package nl.uitweg.report.sealed;

import java.util.UUID;

/**
 * Names of the keys of a report. They are part of the storage format: a wrapped key can only be
 * unwrapped under its own name.
 */
public final class KeyName {

  public static final String REPORT = "report";
  public static final String CONVERSATION = "conversation";
  public static final String NOTES = "notes";

  private KeyName() {}

  /** Name of the key of a file. */
  public static String attachment(UUID file) {
    return "attachment/" + file;
  }
}
