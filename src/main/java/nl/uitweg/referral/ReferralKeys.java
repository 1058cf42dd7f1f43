package nl.uitweg.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Fingerprints;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.received.PurgedReportException;
import nl.uitweg.report.received.ReceivedFingerprint;

/**
 * Wraps and unwraps the key of each referral. A fingerprint of the key and the content is recorded
 * in the audit trail when the referral is stored, so that a replacement is detected.
 */
@ApplicationScoped
class ReferralKeys {

  private static final String KEY_NAME = "referral";

  private static final AuditAction SEALED = AuditAction.REFERRAL_SEALED;

  private final Sealer sealer;
  private final Opener opener;
  private final ReferralKeyStore wrappedKeys;
  private final AuditTrail audit;

  ReferralKeys(Sealer sealer, Opener opener, ReferralKeyStore wrappedKeys, AuditTrail audit) {
    this.sealer = sealer;
    this.opener = opener;
    this.wrappedKeys = wrappedKeys;
    this.audit = audit;
  }

  /** A new key, which is not stored yet. */
  ContentKey create() {
    return sealer.freshKey();
  }

  /**
   * Stores the key of a stored referral, wrapped for each keyset. Records the fingerprint in the
   * same transaction, so that no referral exists without a recorded fingerprint.
   *
   * @param officer user name of the officer who refers
   */
  void add(Referral referral, ContentKey key, Set<String> keysets, String officer) {
    Map<String, byte[]> wrapped = sealer.wrap(key, KEY_NAME, referral.id, keysets);
    wrapped.forEach(
        (name, bytes) -> wrappedKeys.persist(new ReferralKey(referral.id, name, bytes)));
    ReceivedFingerprint fingerprint =
        new ReceivedFingerprint(
            Fingerprints.ofContent(referral.sealed),
            // the fingerprint of a key is the same whichever keyset wraps it
            Fingerprints.ofKey(wrapped.values().iterator().next()),
            Fingerprints.NONE);
    audit.add(
        AuditEntry.done(officer, SEALED, AuditObject.referral(referral.id), fingerprint.text()));
  }

  /**
   * The key of a referral.
   *
   * @param keysets names of the keysets that may unwrap it
   * @throws UnsealException when it cannot be unwrapped, was replaced, or belongs to a purged
   *     report
   */
  ContentKey unwrap(Referral referral, List<String> keysets) throws UnsealException {
    if (audit.reasonOfFirst(AuditObject.report(referral.reportId), AuditAction.PURGE).isPresent()) {
      throw new PurgedReportException();
    }
    ReferralKey wrapped =
        wrappedKeys
            .wrappedFor(referral.id, keysets)
            .orElseThrow(() -> new UnsealException("not sealed for these keysets"));
    ContentKey key = opener.unwrap(wrapped.keysetName, KEY_NAME, referral.id, wrapped.wrapped);
    recordedFingerprint(referral.id).requireKey(wrapped.wrapped);
    return key;
  }

  /**
   * Requires that the sealed content of a referral is the content that was recorded.
   *
   * @throws UnsealException when it was replaced
   */
  void requireRecordedContent(Referral referral) throws UnsealException {
    recordedFingerprint(referral.id).requireContent(referral.sealed);
  }

  private ReceivedFingerprint recordedFingerprint(UUID referral) {
    return ReceivedFingerprint.of(
        audit.reasonOfFirst(AuditObject.referral(referral), SEALED).orElse(null));
  }
}
