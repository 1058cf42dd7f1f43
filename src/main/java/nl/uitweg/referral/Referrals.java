package nl.uitweg.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.content.ReportState;

/**
 * Creates and decrypts referrals. Every referral has its own key, so that the receiver can decrypt
 * the shared content but not the report. Callers must have started a transaction.
 */
@ApplicationScoped
public class Referrals {

  private final ReferralStore referrals;
  private final ReferralNoteStore notes;
  private final ReferralKeys keys;
  private final Reports reports;
  private final Clock clock;

  Referrals(
      ReferralStore referrals,
      ReferralNoteStore notes,
      ReferralKeys keys,
      Reports reports,
      Clock clock) {
    this.referrals = referrals;
    this.notes = notes;
    this.keys = keys;
    this.reports = reports;
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
    if (referrals.findById(id) != null) {
      return false;
    }
    ContentKey key = keys.create();
    Referral referral =
        new Referral(id, report.id(), recipient, receiver.orElse(null), content.at());
    referral.sealed = key.seal(referral.associatedData(), ReportFormat.write(content));
    referrals.persistAndFlush(referral); // the keys refer to its row
    Set<String> keysets = new LinkedHashSet<>(List.of(content.municipality()));
    receiver.ifPresent(keysets::add);
    keys.add(referral, key, keysets, content.officer());
    if (report.canChangeTo(ReportState.REFERRED)) {
      reports.changeState(report, ReportState.REFERRED);
    }
    return true;
  }

  /** The referrals of a report, oldest first. */
  public List<ReferralDetails> of(Report report, List<String> municipalities) {
    return referrals.of(report.id()).stream()
        .map(referral -> open(referral, municipalities))
        .toList();
  }

  /** Finds a referral of a report by its id. */
  public Optional<ReferralDetails> find(UUID id, Report report, List<String> municipalities) {
    return referrals
        .findByIdOptional(id)
        .filter(referral -> referral.reportId().equals(report.id()))
        .map(referral -> open(referral, municipalities));
  }

  /** The referrals that these receivers received, newest first. */
  public List<ReferralDetails> received(List<String> receivers, int limit) {
    return referrals.receivedBy(receivers, limit).stream()
        .map(referral -> open(referral, receivers))
        .toList();
  }

  /** The number of received referrals of which nobody has noted the receipt or an outcome. */
  public long countUnanswered(List<String> receivers) {
    return referrals.countUnanswered(receivers);
  }

  /** Finds a referral that one of these receivers received. */
  public Optional<ReferralDetails> received(UUID id, List<String> receivers) {
    return referrals.received(id, receivers).map(referral -> open(referral, receivers));
  }

  /**
   * Adds a note.
   *
   * @param keysets names of the keysets that may unwrap the key of the referral
   * @throws UnsealException when the key of the referral cannot be unwrapped, or was replaced
   */
  public void addNote(
      Referral referral, List<String> keysets, Kind kind, String author, String text)
      throws UnsealException {
    UUID id = UUID.randomUUID();
    byte[] json = ReportFormat.write(new Note(kind, author, clock.instant(), text));
    int position = notes.nextPosition(referral.id);
    byte[] sealed =
        keys.unwrap(referral, keysets).seal(referral.noteAssociatedData(id, position), json);
    notes.persist(new ReferralNote(id, referral.id, position, sealed));
  }

  private ReferralDetails open(Referral referral, List<String> keysets) {
    try {
      ContentKey key = keys.unwrap(referral, keysets);
      byte[] json = key.open(referral.associatedData(), referral.sealed);
      keys.requireRecordedContent(referral);
      ReferralContent content = ReportFormat.read(json, ReferralContent.class);
      return new ReferralDetails(referral, Optional.of(content), notes(referral, key));
    } catch (UnsealException | IllegalStateException e) {
      return new ReferralDetails(referral, Optional.empty(), List.of());
    }
  }

  private List<Note> notes(Referral referral, ContentKey key) {
    return notes.of(referral.id).stream().map(note -> open(referral, note, key)).toList();
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
   * @param keysets names of the keysets that may unwrap it
   */
  ContentKey key(UUID referral, List<String> keysets) throws UnsealException {
    return keys.unwrap(referrals.findByIdOptional(referral).orElseThrow(), keysets);
  }
}
