package nl.uitweg.audit;

import java.util.Locale;

/** The result of the action that an audit event records. */
public enum AuditResult {
  DONE,
  REFUSED,
  /** Sealed content could not be decrypted. */
  UNDECRYPTABLE,
  /** A verification of the audit chain found a broken link. */
  BROKEN;

  /** The name as stored, for example {@code done}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
