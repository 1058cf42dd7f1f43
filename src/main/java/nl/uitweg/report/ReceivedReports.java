package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.sealing.Fingerprints;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.report.received.ReceivedFingerprint;

/**
 * Records in the audit chain what each report was when the desk first indexed it, so that nobody
 * can put another in its place later. {@link StoredKey} compares. Callers open the transaction.
 */
@ApplicationScoped
class ReceivedReports {

  /** Name of the event and of who records it. */
  static final String ACTION = AuditTrail.RECEIVED;

  private static final String ACTOR = "indexing";

  private final AuditTrail audit;

  ReceivedReports(AuditTrail audit) {
    this.audit = audit;
  }

  /**
   * Records a report that was never recorded; the first record counts, whatever is found later. The
   * event carries the day on which the report was sent and not the time, which is known to nobody
   * who cannot open the report.
   */
  void record(Report report) {
    String object = "report/" + report.id;
    if (AuditEvent.first(object, ACTION).isPresent()) {
      return;
    }
    ReceivedFingerprint received =
        new ReceivedFingerprint(
            Fingerprints.ofContent(report.sealed),
            key(report, WrappedKey.REPORT),
            key(report, WrappedKey.CONVERSATION));
    audit.addForDay(
        new AuditTrail.Entry(ACTOR, ACTION, object, "done", received.text()),
        report.receivedOn.atStartOfDay(DutchTime.ZONE).toInstant());
  }

  /**
   * As wrapped for recovery, which every report has from the beginning. All recipients have the
   * same key; another one is refused at opening.
   */
  private static String key(Report report, String what) {
    return WrappedKey.of(report.id, what, Sealer.RECOVERY)
        .map(wrapped -> Fingerprints.ofKey(wrapped.wrapped))
        .orElse(Fingerprints.NONE);
  }
}
