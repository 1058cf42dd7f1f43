package nl.uitweg.audit;

/** The data of an event as its columns hold it; in a stored event, any text may be in them. */
record AuditFields(String actor, String action, String object, String result, String reason) {

  static AuditFields of(AuditEntry entry) {
    return new AuditFields(
        entry.actor(),
        entry.action().code(),
        entry.object().name(),
        entry.result().code(),
        entry.reason());
  }
}
