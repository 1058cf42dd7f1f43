package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.region.Region;

/**
 * The key of the notes of a report. The desk makes it when the first note is written: the key of
 * the report itself was in the memory of the public tier while the report was sent. It is recorded
 * in the audit when it is made, so that nobody can put another in its place. Callers open the
 * transaction.
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
   * @throws UnsealException when there is none for these municipalities, or it was altered
   * @throws ReplacedContentException when it is not the one that the desk made
   * @throws PurgedReportException when the report was purged and put back
   */
  ContentKey open(Report report, List<String> municipalities) throws UnsealException {
    StoredKey stored =
        find(report, municipalities)
            .orElseThrow(() -> new UnsealException("not sealed for these municipalities"));
    return open(report, stored);
  }

  /**
   * For the author of a note, who makes it when it is the first. The caller has locked the report,
   * so that of two first notes at the same moment one makes the key and the other finds it.
   *
   * @throws UnsealException as {@link #open} does; also when the key was made and is gone
   */
  ContentKey openOrMake(Report report, List<String> municipalities, String author)
      throws UnsealException {
    Optional<StoredKey> stored = find(report, municipalities);
    if (stored.isPresent()) {
      return open(report, stored.get());
    }
    requireNeverMade(report);
    return make(report, author);
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

  /** A second key would not open the notes under the first, nor be the one that was recorded. */
  private void requireNeverMade(Report report) throws UnsealException {
    if (audit.reasonOfFirst(object(report), AuditTrail.NOTES_SEALED).isPresent()
        || WrappedKey.count("reportId = ?1 and what = ?2", report.id, WrappedKey.NOTES) > 0) {
      throw new UnsealException("the key of the notes is gone");
    }
    if (report.isMisplaced()) {
      throw new ReplacedContentException("it was sent to another municipality");
    }
  }

  private ContentKey make(Report report, String author) {
    ContentKey key = sealer.freshKey();
    Map<String, byte[]> keys = sealer.wrap(key, WrappedKey.NOTES, report.id, recipients(report));
    keys.forEach(
        (recipient, wrapped) ->
            new WrappedKey(report.id, WrappedKey.NOTES, recipient, wrapped).persist());
    ReceivedFingerprint made = ReceivedFingerprint.ofKey(keys.values().iterator().next());
    audit.add(
        new AuditTrail.Entry(author, AuditTrail.NOTES_SEALED, object(report), "done", made.text()));
    return key;
  }

  /**
   * Whoever has the report: one municipality, or all that it was sealed for as long as nobody took
   * it. Only municipalities of this region: the public tier may add a wrapped key for any name.
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

  private static String object(Report report) {
    return "report/" + report.id;
  }
}
