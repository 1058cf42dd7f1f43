package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.sealing.Fingerprints;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.report.received.ReceivedFingerprint;
import nl.uitweg.report.sealed.KeyName;

/**
 * Records a fingerprint of each report in the audit chain when the desk first indexes it, so that a
 * later replacement is detected. {@link WrappedKeyStore} reads the fingerprint for comparison.
 * Callers must have started a transaction.
 */
@ApplicationScoped
public class ReceivedReports {

  /** Action of the audit event. */
  static final AuditAction ACTION = AuditAction.RECEIVED;

  private static final String ACTOR = "indexing";

  private final WrappedKeyStore keys;
  private final AuditTrail audit;

  ReceivedReports(WrappedKeyStore keys, AuditTrail audit) {
    this.keys = keys;
    this.audit = audit;
  }

  /**
   * Records a report unless it has been recorded before; the first record is never replaced. The
   * event carries only the day on which the report was sent: nobody who cannot decrypt the report
   * may learn the time.
   */
  public void record(Report report) {
    AuditObject object = AuditObject.report(report.id);
    if (audit.reasonOfFirst(object, ACTION).isPresent()) {
      return;
    }
    ReceivedFingerprint received =
        new ReceivedFingerprint(
            Fingerprints.ofContent(report.sealed),
            keyFingerprint(report, KeyName.REPORT),
            keyFingerprint(report, KeyName.CONVERSATION));
    audit.addForDay(
        AuditEntry.done(ACTOR, ACTION, object, received.text()),
        report.receivedOn.atStartOfDay(DutchTime.ZONE).toInstant());
  }

  /**
   * Fingerprint of a key of the report, taken from the copy wrapped for recovery, which every
   * report has from the start. All recipients have the same key; a different one is rejected at
   * decryption.
   */
  private String keyFingerprint(Report report, String keyName) {
    return keys.find(report.id, keyName, Sealer.RECOVERY)
        .map(wrapped -> Fingerprints.ofKey(wrapped.wrapped))
        .orElse(Fingerprints.NONE);
  }
}
