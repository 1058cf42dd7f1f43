package nl.uitweg.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.received.PurgedReportException;
import nl.uitweg.report.received.ReceivedFingerprint;

/**
 * Creates and decrypts referrals. Every referral has its own key, so that the receiver can decrypt
 * the shared content but not the report. Callers must have started a transaction.
 */
@ApplicationScoped
public class Referrals {

  private static final String KEY_NAME = "referral";

  /**
   * Action of the audit event that records a fingerprint of the referral, so that a replacement is
   * detected.
   */
  private static final AuditAction SEALED = AuditAction.REFERRAL_SEALED;

  private static final Set<ReportState> NOT_ALLOWED =
      Set.of(ReportState.CLOSED, ReportState.SPAM, ReportState.WITHDRAWN);

  private final Sealer sealer;
  private final Opener opener;
  private final Reports reports;
  private final EntityManager database;
  private final AuditTrail audit;
  private final Clock clock;

  Referrals(
      Sealer sealer,
      Opener opener,
      Reports reports,
      EntityManager database,
      AuditTrail audit,
      Clock clock) {
    this.audit = audit;
    this.sealer = sealer;
    this.opener = opener;
    this.reports = reports;
    this.database = database;
    this.clock = clock;
  }

  /** The kind of a note about a referral. */
  public enum Kind {
    /** The receiver confirms that the referral was received. */
    RECEIPT,
    /** The result of the referral. */
    OUTCOME,
    /** A note that cannot be decrypted; never stored. */
    UNREADABLE
  }

  /** A decrypted note, stored sealed as JSON. */
  public record Note(Kind kind, String author, Instant at, String text) {

    private static final Note UNREADABLE = new Note(Kind.UNREADABLE, "", Instant.EPOCH, "");

    /**
     * @throws NullPointerException when a value is missing, because the note was not sealed by this
     *     application
     */
    public Note {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(author);
      Objects.requireNonNull(at);
      Objects.requireNonNull(text);
    }

    @Override
    public String toString() {
      return "Note";
    }
  }

  /**
   * A referral with its decrypted content and notes. The content is empty when it cannot be
   * decrypted.
   */
  public record ReferralDetails(
      Referral referral, Optional<ReferralContent> content, List<Note> notes) {}

  /** Whether a report can be referred: a municipality has taken it, and its state allows it. */
  public static boolean canBeReferred(Report report) {
    return report.municipality().isPresent() && !NOT_ALLOWED.contains(report.state());
  }

  /** Whether this system has a keyset for the receiver. */
  public boolean hasKeysetFor(String receiver) {
    return sealer.hasKeyset(receiver);
  }

  /**
   * Seals and stores a referral, and changes the state of the report to {@code REFERRED} if that is
   * allowed. Does nothing when a referral with this id is stored.
   *
   * @param receiver name of the keyset of a receiver that uses this system; empty for other
   *     recipients
   * @return whether the referral was added
   */
  public boolean add(
      UUID id,
      Report report,
      Recipient recipient,
      Optional<String> receiver,
      ReferralContent content) {
    if (Referral.findById(id) != null) {
      return false;
    }
    ContentKey key = sealer.freshKey();
    Referral referral =
        new Referral(id, report.id(), recipient, receiver.orElse(null), content.at());
    referral.sealed = key.seal(referral.associatedData(), ReportFormat.write(content));
    referral.persist();
    database.flush();
    Set<String> recipients = new LinkedHashSet<>(List.of(content.municipality()));
    receiver.ifPresent(recipients::add);
    Map<String, byte[]> keys = sealer.wrap(key, KEY_NAME, id, recipients);
    keys.forEach((name, wrapped) -> new ReferralKey(id, name, wrapped).persist());
    record(referral, keys.values().iterator().next(), content.officer());
    if (Reports.canChangeState(report, ReportState.REFERRED)) {
      reports.changeState(report, ReportState.REFERRED);
    }
    return true;
  }

  /** The referrals of a report, oldest first. */
  public List<ReferralDetails> of(Report report, List<String> municipalities) {
    return Referral.of(report.id()).stream()
        .map(referral -> open(referral, municipalities))
        .toList();
  }

  /** Finds a referral of a report by its id. */
  public Optional<ReferralDetails> find(UUID id, Report report, List<String> municipalities) {
    return Referral.<Referral>findByIdOptional(id)
        .filter(referral -> referral.reportId().equals(report.id()))
        .map(referral -> open(referral, municipalities));
  }

  /** The referrals that these receivers received, newest first. */
  public List<ReferralDetails> received(List<String> receivers, int limit) {
    return Referral.receivedBy(receivers, limit).stream()
        .map(referral -> open(referral, receivers))
        .toList();
  }

  /** Finds a referral that one of these receivers received. */
  public Optional<ReferralDetails> received(UUID id, List<String> receivers) {
    return Referral.received(id, receivers).map(referral -> open(referral, receivers));
  }

  /**
   * Adds a note.
   *
   * @param recipients recipients whose keysets can unwrap the key of the referral
   * @throws UnsealException when the key of the referral cannot be unwrapped, or was replaced
   */
  public void addNote(
      Referral referral, List<String> recipients, Kind kind, String author, String text)
      throws UnsealException {
    UUID id = UUID.randomUUID();
    byte[] json = ReportFormat.write(new Note(kind, author, clock.instant(), text));
    int position = ReferralNote.of(referral.id).size() + 1;
    byte[] sealed = key(referral, recipients).seal(referral.noteAssociatedData(id, position), json);
    new ReferralNote(id, referral.id, position, sealed).persist();
  }

  private ReferralDetails open(Referral referral, List<String> recipients) {
    try {
      ContentKey key = key(referral, recipients);
      byte[] json = key.open(referral.associatedData(), referral.sealed);
      recordedFingerprint(referral).requireContent(referral.sealed);
      ReferralContent content = ReportFormat.read(json, ReferralContent.class);
      return new ReferralDetails(referral, Optional.of(content), notes(referral, key));
    } catch (UnsealException | IllegalStateException e) {
      return new ReferralDetails(referral, Optional.empty(), List.of());
    }
  }

  private static List<Note> notes(Referral referral, ContentKey key) {
    return ReferralNote.of(referral.id).stream().map(note -> open(referral, note, key)).toList();
  }

  /** A note that cannot be decrypted does not hide the referral or its other notes. */
  private static Note open(Referral referral, ReferralNote note, ContentKey key) {
    try {
      byte[] json = key.open(referral.noteAssociatedData(note.id, note.position), note.sealed);
      return ReportFormat.read(json, Note.class);
    } catch (UnsealException | IllegalStateException e) {
      return Note.UNREADABLE;
    }
  }

  /**
   * The key of a referral, from which the keys of its files are derived.
   *
   * @param recipients recipients whose keysets can unwrap it
   */
  ContentKey key(UUID referral, List<String> recipients) throws UnsealException {
    return key(Referral.<Referral>findByIdOptional(referral).orElseThrow(), recipients);
  }

  private ContentKey key(Referral referral, List<String> recipients) throws UnsealException {
    if (audit.reasonOfFirst(AuditObject.report(referral.reportId), AuditAction.PURGE).isPresent()) {
      throw new PurgedReportException();
    }
    ReferralKey wrapped =
        ReferralKey.findFor(referral.id, recipients)
            .orElseThrow(() -> new UnsealException("not sealed for these recipients"));
    ContentKey key = opener.unwrap(wrapped.recipient, KEY_NAME, referral.id, wrapped.wrapped);
    recordedFingerprint(referral).requireKey(wrapped.wrapped);
    return key;
  }

  /**
   * Records the fingerprint in the transaction that stores the referral, so that no referral exists
   * without a recorded fingerprint.
   */
  private void record(Referral referral, byte[] wrapped, String officer) {
    ReceivedFingerprint fingerprint =
        new ReceivedFingerprint(
            Fingerprints.ofContent(referral.sealed),
            Fingerprints.ofKey(wrapped),
            Fingerprints.NONE);
    audit.add(
        AuditEntry.done(officer, SEALED, AuditObject.referral(referral.id), fingerprint.text()));
  }

  private ReceivedFingerprint recordedFingerprint(Referral referral) {
    return ReceivedFingerprint.of(
        audit.reasonOfFirst(AuditObject.referral(referral.id), SEALED).orElse(null));
  }
}
