package nl.uitweg.audit;

/**
 * The data of an audit event that is to be added.
 *
 * @param actor user name of the officer, or the name of the job that acted, for example {@code
 *     retention}
 * @param reason the reason that the officer gave, or a detail of the action ({@link AuditAction});
 *     empty when there is neither
 */
public record AuditEntry(
    String actor, AuditAction action, AuditObject object, AuditResult result, String reason) {

  /** An action that was done, without a reason. */
  public static AuditEntry done(String actor, AuditAction action, AuditObject object) {
    return new AuditEntry(actor, action, object, AuditResult.DONE, "");
  }

  /** An action that was done, with a reason. */
  public static AuditEntry done(
      String actor, AuditAction action, AuditObject object, String reason) {
    return new AuditEntry(actor, action, object, AuditResult.DONE, reason);
  }

  /** An action that was refused. */
  public static AuditEntry refused(String actor, AuditAction action, AuditObject object) {
    return new AuditEntry(actor, action, object, AuditResult.REFUSED, "");
  }

  /** An action that failed because sealed content could not be decrypted. */
  public static AuditEntry undecryptable(String actor, AuditAction action, AuditObject object) {
    return new AuditEntry(actor, action, object, AuditResult.UNDECRYPTABLE, "");
  }
}
