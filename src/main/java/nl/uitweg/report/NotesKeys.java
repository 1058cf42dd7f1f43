package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.region.Region;
import nl.uitweg.report.received.PurgedReportException;
import nl.uitweg.report.received.ReceivedFingerprint;
import nl.uitweg.report.received.ReplacedContentException;
import nl.uitweg.report.sealed.KeyName;
import nl.uitweg.report.sealed.StoredKey;

/**
 * Creates and unwraps the notes key of a report, which seals what officers write about it: notes,
 * translations and items of the agenda. The desk creates it with the first of these, so that the
 * public tier, which had the content key in memory while the report was sent, never has the notes
 * key. The fingerprint of the notes key is recorded in the audit trail at that moment, so that no
 * other key is accepted in its place. Callers must have started a transaction.
 */
@ApplicationScoped
public class NotesKeys {

  private final Sealer sealer;
  private final KeyUnwrapper unwrapper;
  private final WrappedKeyStore keys;
  private final Region region;
  private final AuditTrail audit;

  NotesKeys(
      Sealer sealer,
      KeyUnwrapper unwrapper,
      WrappedKeyStore keys,
      Region region,
      AuditTrail audit) {
    this.sealer = sealer;
    this.unwrapper = unwrapper;
    this.keys = keys;
    this.region = region;
    this.audit = audit;
  }

  /**
   * Unwraps the notes key.
   *
   * @param municipalities municipalities of the officer
   * @throws UnsealException when no key is wrapped for these municipalities, or it was altered
   * @throws ReplacedContentException when the key is not the one that the desk created
   * @throws PurgedReportException when the report was purged and its rows were restored
   */
  public ContentKey open(Report report, List<String> municipalities) throws UnsealException {
    return open(report, unwrapper.require(report, KeyName.NOTES, municipalities));
  }

  /**
   * Unwraps the notes key, or creates it for what an officer writes first. The caller must have
   * locked the report, so that only one of two simultaneous first notes creates a key.
   *
   * @param author user name of the officer who writes
   * @throws UnsealException as {@link #open} does; also when the content key was altered or
   *     replaced, or a notes key was created earlier but is not wrapped for these municipalities
   */
  public ContentKey openOrCreate(Report report, List<String> municipalities, String author)
      throws UnsealException {
    unwrapper.contentKey(report, municipalities);
    Optional<StoredKey> stored = unwrapper.find(report, KeyName.NOTES, municipalities);
    if (stored.isPresent()) {
      stored.get().received().requireNotPurged();
      return open(report, stored.get());
    }
    requireMayCreate(report);
    return create(report, author);
  }

  private ContentKey open(Report report, StoredKey stored) throws UnsealException {
    return unwrapper.unwrapReceived(report, KeyName.NOTES, stored);
  }

  /**
   * Refuses to create a notes key when one was created before, or when the report is misplaced. A
   * second key could not decrypt the existing notes, and its fingerprint would not match the
   * recorded one.
   */
  private void requireMayCreate(Report report) throws UnsealException {
    if (audit.reasonOfFirst(AuditObject.report(report.id), AuditAction.NOTES_SEALED).isPresent()
        || keys.exists(report.id, KeyName.NOTES)) {
      throw new UnsealException("the notes key no longer exists");
    }
    if (report.isMisplaced()) {
      throw new ReplacedContentException("the report was sent to another municipality");
    }
  }

  private ContentKey create(Report report, String author) {
    ContentKey key = sealer.freshKey();
    Map<String, byte[]> wrapped = sealer.wrap(key, KeyName.NOTES, report.id, recipients(report));
    keys.persistAll(report.id, KeyName.NOTES, wrapped);
    ReceivedFingerprint fingerprint = ReceivedFingerprint.ofKey(wrapped.values().iterator().next());
    audit.add(
        AuditEntry.done(
            author, AuditAction.NOTES_SEALED, AuditObject.report(report.id), fingerprint.text()));
    return key;
  }

  /**
   * The municipality that has the report; as long as none has taken it, every municipality for
   * which it is sealed. Limited to the municipalities of this region, because the public tier may
   * add a wrapped key for any name.
   */
  private List<String> recipients(Report report) {
    return report
        .municipality()
        .map(List::of)
        .orElseGet(() -> keys.recipientsOfContent(report.id, region.ids()));
  }
}
