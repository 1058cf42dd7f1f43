package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.region.Region;
import nl.uitweg.report.received.PurgedReportException;
import nl.uitweg.report.received.ReceivedFingerprint;
import nl.uitweg.report.received.ReplacedContentException;

/**
 * Creates and unwraps the notes key of a report. The desk creates it with the first note, because
 * the report key was in the memory of the public tier while the report was sent. Its fingerprint is
 * recorded in the audit trail at that moment, so that no other key is accepted in its place.
 * Callers must have started a transaction.
 */
@ApplicationScoped
class NotesKeys {

  private final Sealer sealer;
  private final Opener opener;
  private final Region region;
  private final EntityManager database;
  private final AuditTrail audit;

  NotesKeys(Sealer sealer, Opener opener, Region region, EntityManager database, AuditTrail audit) {
    this.sealer = sealer;
    this.opener = opener;
    this.region = region;
    this.database = database;
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
  ContentKey open(Report report, List<String> municipalities) throws UnsealException {
    StoredKey stored =
        find(report, municipalities)
            .orElseThrow(() -> new UnsealException("not sealed for these municipalities"));
    return open(report, stored);
  }

  /**
   * Unwraps the notes key, or creates it for the first note. The caller must have locked the
   * report, so that only one of two simultaneous first notes creates a key.
   *
   * @param author user name of the officer who writes the note
   * @throws UnsealException as {@link #open} does; also when a key was created but no longer exists
   */
  ContentKey openOrCreate(Report report, List<String> municipalities, String author)
      throws UnsealException {
    Optional<StoredKey> stored = find(report, municipalities);
    if (stored.isPresent()) {
      return open(report, stored.get());
    }
    requireNeverCreated(report);
    return create(report, author);
  }

  private Optional<StoredKey> find(Report report, List<String> municipalities) {
    return StoredKey.find(database, report.id, WrappedKey.NOTES, municipalities);
  }

  private ContentKey open(Report report, StoredKey stored) throws UnsealException {
    stored.received().requireNotPurged();
    ContentKey key =
        opener.unwrap(stored.recipient(), WrappedKey.NOTES, report.id, stored.wrapped());
    stored.received().requireKey(stored.wrapped());
    return key;
  }

  /**
   * Refuses to replace a notes key. A second key could not decrypt the existing notes, and its
   * fingerprint would not match the recorded one.
   */
  private void requireNeverCreated(Report report) throws UnsealException {
    if (audit.reasonOfFirst(AuditObject.report(report.id), AuditAction.NOTES_SEALED).isPresent()
        || WrappedKey.count("reportId = ?1 and keyName = ?2", report.id, WrappedKey.NOTES) > 0) {
      throw new UnsealException("the notes key no longer exists");
    }
    if (report.isMisplaced()) {
      throw new ReplacedContentException("the report was sent to another municipality");
    }
  }

  private ContentKey create(Report report, String author) {
    ContentKey key = sealer.freshKey();
    Map<String, byte[]> keys = sealer.wrap(key, WrappedKey.NOTES, report.id, recipients(report));
    keys.forEach(
        (recipient, wrapped) ->
            new WrappedKey(report.id, WrappedKey.NOTES, recipient, wrapped).persist());
    ReceivedFingerprint fingerprint = ReceivedFingerprint.ofKey(keys.values().iterator().next());
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
        .orElseGet(
            () ->
                region.ids().stream()
                    .filter(id -> WrappedKey.of(report.id, WrappedKey.REPORT, id).isPresent())
                    .toList());
  }
}
