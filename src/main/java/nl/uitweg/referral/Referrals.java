package nl.uitweg.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
 * Refers reports and opens what was referred. Every referral has a key of its own, so that the
 * receiver can open what is shared and never the report. Callers open the transaction.
 */
@ApplicationScoped
public class Referrals {

  private static final String WHAT = "referral";

  /** The event that records what was referred, so that nobody can put another in its place. */
  private static final String SEALED = "referral-sealed";

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

  /** What is noted later about a referral. */
  public enum Kind {
    RECEIPT,
    OUTCOME
  }

  /** A note in the clear. */
  public record Note(Kind kind, String author, Instant at, String text) {

    @Override
    public String toString() {
      return "Note";
    }
  }

  /** A referral with what is inside it; empty when it does not open. */
  public record Opened(Referral referral, Optional<ReferralContent> content, List<Note> notes) {}

  /** Whether a report in this state, taken by a municipality, can be referred. */
  public static boolean allowed(Report report) {
    return report.municipality().isPresent() && !NOT_ALLOWED.contains(report.state());
  }

  /** Whether there is a keyset for a receiver in this system. */
  public boolean reaches(String receiver) {
    return sealer.knows(receiver);
  }

  /**
   * Stores a referral; with the same id a second time nothing happens.
   *
   * @param receiver name of the keyset of a receiver in this system
   * @return whether it is new
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
    Map<String, byte[]> keys = sealer.wrap(key, WHAT, id, recipients);
    keys.forEach((name, wrapped) -> new ReferralKey(id, name, wrapped).persist());
    record(referral, keys.values().iterator().next(), content.officer());
    if (Reports.allows(report, ReportState.REFERRED)) {
      reports.changeState(report, ReportState.REFERRED);
    }
    return true;
  }

  /** The referrals of a report, oldest first. */
  public List<Opened> of(Report report, List<String> municipalities) {
    return Referral.of(report.id()).stream().map(one -> open(one, municipalities)).toList();
  }

  /** One of the referrals of a report. */
  public Optional<Opened> find(UUID id, Report report, List<String> municipalities) {
    return Referral.<Referral>findByIdOptional(id)
        .filter(one -> one.reportId().equals(report.id()))
        .map(one -> open(one, municipalities));
  }

  /** What these receivers got, newest first. */
  public List<Opened> received(List<String> receivers, int most) {
    return Referral.receivedBy(receivers, most).stream().map(one -> open(one, receivers)).toList();
  }

  public Optional<Opened> received(UUID id, List<String> receivers) {
    return Referral.received(id, receivers).map(one -> open(one, receivers));
  }

  /**
   * @param recipients of whom the keyset opens it
   */
  public void note(Referral referral, List<String> recipients, Kind kind, String by, String text)
      throws UnsealException {
    UUID id = UUID.randomUUID();
    byte[] json = ReportFormat.write(new Note(kind, by, clock.instant(), text));
    int position = ReferralNote.of(referral.id).size() + 1;
    byte[] sealed = key(referral, recipients).seal(referral.note(id, position), json);
    new ReferralNote(id, referral.id, position, sealed).persist();
  }

  private Opened open(Referral referral, List<String> recipients) {
    try {
      ContentKey key = key(referral, recipients);
      byte[] json = key.open(referral.associatedData(), referral.sealed);
      recorded(referral).requireContent(referral.sealed);
      ReferralContent content = ReportFormat.read(json, ReferralContent.class);
      return new Opened(referral, Optional.of(content), notes(referral, key));
    } catch (UnsealException | IllegalStateException e) {
      return new Opened(referral, Optional.empty(), List.of());
    }
  }

  private static List<Note> notes(Referral referral, ContentKey key) throws UnsealException {
    List<Note> notes = new ArrayList<>();
    for (ReferralNote note : ReferralNote.of(referral.id)) {
      byte[] json = key.open(referral.note(note.id, note.position), note.sealed);
      notes.add(ReportFormat.read(json, Note.class));
    }
    return notes;
  }

  /**
   * The key under which the files of a referral are sealed.
   *
   * @param recipients of whom the keyset opens it
   */
  ContentKey key(UUID referral, List<String> recipients) throws UnsealException {
    return key(Referral.<Referral>findByIdOptional(referral).orElseThrow(), recipients);
  }

  private ContentKey key(Referral referral, List<String> recipients) throws UnsealException {
    if (audit.reasonOfFirst("report/" + referral.reportId, AuditTrail.PURGED).isPresent()) {
      throw new PurgedReportException();
    }
    ReferralKey wrapped =
        ReferralKey.firstFor(referral.id, recipients)
            .orElseThrow(() -> new UnsealException("not sealed for these recipients"));
    ContentKey key = opener.unwrap(wrapped.recipient, WHAT, referral.id, wrapped.wrapped);
    recorded(referral).requireKey(wrapped.wrapped);
    return key;
  }

  /** In the transaction of the referral itself: there is no moment at which it is not recorded. */
  private void record(Referral referral, byte[] wrapped, String officer) {
    ReceivedFingerprint sealed =
        new ReceivedFingerprint(
            Fingerprints.ofContent(referral.sealed),
            Fingerprints.ofKey(wrapped),
            Fingerprints.NONE);
    audit.add(new AuditTrail.Entry(officer, SEALED, object(referral), "done", sealed.text()));
  }

  private ReceivedFingerprint recorded(Referral referral) {
    return ReceivedFingerprint.of(audit.reasonOfFirst(object(referral), SEALED).orElse(null));
  }

  private static String object(Referral referral) {
    return "referral/" + referral.id;
  }
}
