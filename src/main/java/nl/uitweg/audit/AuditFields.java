package nl.uitweg.audit;

/**
 * The data of an event as its columns hold it. A stored event may have been altered, so its fields
 * can hold texts that are no known code.
 */
public record AuditFields(
    String actor, String action, String object, String result, String reason) {

  static AuditFields of(AuditEntry entry) {
    return new AuditFields(
        entry.actor(),
        entry.action().code(),
        entry.object().name(),
        entry.result().code(),
        entry.reason());
  }
}
