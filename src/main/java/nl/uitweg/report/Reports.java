package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.SealedFile;
import nl.uitweg.platform.sealing.UnsealException;

/**
 * Opens and changes reports for officers; only on the tier that holds the private keysets. Callers
 * open the transaction.
 */
@ApplicationScoped
public class Reports {

  private final Opener opener;
  private final NotesKeys notesKeys;
  private final EntityManager database;
  private final Clock clock;

  Reports(Opener opener, NotesKeys notesKeys, EntityManager database, Clock clock) {
    this.opener = opener;
    this.notesKeys = notesKeys;
    this.database = database;
    this.clock = clock;
  }

  /**
   * An internal note in the clear.
   *
   * @param opens false when it was altered; then the rest is empty
   */
  public record OpenNote(String author, Instant at, String text, boolean opens) {}

  /** What is inside a note. */
  record NoteContent(String author, Instant at, String text) {}

  /**
   * @param municipalities of the officer who reads
   * @throws UnsealException when it was altered or is not sealed for these municipalities
   * @throws ReplacedContentException when it is not what was first received
   * @throws PurgedReportException when it was purged and put back
   */
  public ReportContent open(Report report, List<String> municipalities) throws UnsealException {
    StoredKey stored = stored(report, WrappedKey.REPORT, municipalities);
    byte[] json =
        unwrapReportKey(report, stored)
            .open(report.origin().report(report.forms(), report.receivedOn), report.sealed);
    stored.received().requireContent(report.sealed);
    if (report.isMisplaced()) {
      throw new ReplacedContentException("it was sent to another municipality");
    }
    return ReportFormat.read(json, ReportContent.class);
  }

  /**
   * Those that were altered say so.
   *
   * @throws UnsealException when there are notes and their key cannot be opened
   * @throws ReplacedContentException when their key is not the one that the desk made
   */
  public List<OpenNote> notes(Report report, List<String> municipalities) throws UnsealException {
    List<Note> sealed = Note.of(report.id);
    if (sealed.isEmpty()) {
      return List.of(); // their key is made with the first
    }
    ContentKey key = notesKeys.open(report, municipalities);
    return sealed.stream().map(note -> open(note, report.origin(), key)).toList();
  }

  private static OpenNote open(Note note, ReportOrigin origin, ContentKey key) {
    try {
      NoteContent content =
          ReportFormat.read(
              key.open(origin.note(note.id, note.position), note.sealed), NoteContent.class);
      return new OpenNote(content.author(), content.at(), content.text(), true);
    } catch (UnsealException | IllegalStateException e) {
      return new OpenNote("", Instant.EPOCH, "", false);
    }
  }

  /**
   * The caller has locked the report.
   *
   * @throws UnsealException when the key of the report or of its notes was altered or replaced;
   *     then nothing is added
   */
  public void addNote(Report report, List<String> municipalities, String author, String text)
      throws UnsealException {
    unwrapReportKey(report, stored(report, WrappedKey.REPORT, municipalities));
    ContentKey key = notesKeys.openOrMake(report, municipalities, author);
    UUID id = UUID.randomUUID();
    byte[] json = ReportFormat.write(new NoteContent(author, clock.instant(), text));
    int position = Note.of(report.id).size() + 1;
    byte[] sealed = key.seal(report.origin().note(id, position), json);
    new Note(id, report.id, position, sealed).persist();
  }

  /** Whether {@link #change} would do it: somebody took the report, and the table allows it. */
  public static boolean allows(Report report, ReportState to) {
    return report.municipality != null
        && Transitions.allowed(report.state, to, Transitions.Actor.OFFICER);
  }

  /**
   * @throws RefusedChange when the table of transitions does not allow it, or nobody has taken the
   *     report yet; then nothing is changed
   */
  public void change(Report report, ReportState to) {
    if (!allows(report, to)) {
      throw new RefusedChange(report.state, to);
    }
    report.change(
        to, Transitions.Actor.OFFICER, LocalDate.now(clock.withZone(ReportSubmission.DUTCH_TIME)));
    Handling.of(report)
        .ifPresent(handling -> handling.closed(to == ReportState.CLOSED ? clock.instant() : null));
  }

  /** An officer judges how soon it must be read; the reporter's own answers stay as they are. */
  public void judge(Report report, Urgency urgency) {
    report.urgency = urgency;
  }

  /**
   * Makes a report that went to all municipalities the report of one; the others can no longer open
   * it.
   *
   * @throws RefusedChange when somebody has taken it, or it was sent to one municipality and never
   *     to all
   */
  public void take(Report report, String municipality) {
    if (!isForAll(report)) {
      throw new RefusedChange(report.state, report.state);
    }
    report.municipality = municipality;
    WrappedKey.delete(
        "reportId = ?1 and recipient not in ?2",
        report.id,
        List.of(municipality, nl.uitweg.platform.sealing.Sealer.RECOVERY));
  }

  /** Whether any municipality may take it: it was sent to all, and nobody has taken it yet. */
  public static boolean isForAll(Report report) {
    return report.municipality == null && report.addressedTo == null;
  }

  /**
   * Takes a report that nobody has taken and changes its state: both, or neither.
   *
   * @throws RefusedChange when the table of transitions does not allow it or somebody has taken the
   *     report; then nothing is changed
   */
  public void takeAndChange(Report report, String municipality, ReportState to) {
    if (!isForAll(report) || !Transitions.allowed(report.state, to, Transitions.Actor.OFFICER)) {
      throw new RefusedChange(report.state, to);
    }
    take(report, municipality);
    change(report, to);
  }

  /** The conversation, the reporter's messages now read. */
  public List<OpenMessage> messages(Report report, List<String> municipalities)
      throws UnsealException {
    return conversation(report, municipalities).read(true);
  }

  /** What the reporter typed, by message, for looking through it; they stay unread. */
  public Map<UUID, String> typed(Report report, List<String> municipalities)
      throws UnsealException {
    return conversation(report, municipalities).typed();
  }

  /** Asks or tells the reporter something. */
  public void say(Report report, List<String> municipalities, MessageContent words)
      throws UnsealException {
    conversation(report, municipalities).add(UUID.randomUUID(), true, words, 0);
  }

  /** The files of a report, oldest first; those that do not open are last. */
  public List<OpenAttachment> attachments(Report report, List<String> municipalities) {
    List<Attachment> attachments = Attachment.of(report.id);
    if (attachments.isEmpty()) {
      return List.of();
    }
    Optional<Conversation> conversation = knownConversation(report, municipalities);
    return attachments.stream()
        .map(attachment -> about(report, attachment, conversation, municipalities))
        .sorted(
            Comparator.comparing(OpenAttachment::opens)
                .reversed()
                .thenComparing(OpenAttachment::at))
        .toList();
  }

  private OpenAttachment about(
      Report report,
      Attachment attachment,
      Optional<Conversation> conversation,
      List<String> municipalities) {
    try {
      ContentKey key = fileKey(report, attachment, conversation, municipalities);
      Attachment.About about =
          ReportFormat.read(
              key.open(report.origin().attachment(attachment.id), attachment.sealed),
              Attachment.About.class);
      return new OpenAttachment(
          attachment.id,
          about.name(),
          about.mediaType(),
          about.size(),
          about.cleaned(),
          about.scanned(),
          about.at(),
          true);
    } catch (UnsealException | IllegalStateException e) {
      return new OpenAttachment(attachment.id, "", "", 0, false, false, Instant.MAX, false);
    }
  }

  /**
   * The content of one of the {@link #attachments}, checked to its last byte before anything is
   * given.
   *
   * @throws UnsealException when it was altered, cut, or swapped
   */
  public byte[] content(Report report, OpenAttachment attachment, List<String> municipalities)
      throws UnsealException {
    Attachment stored =
        Attachment.<Attachment>findByIdOptional(attachment.id())
            .orElseThrow(() -> new UnsealException("the file is gone"));
    ContentKey key =
        fileKey(report, stored, knownConversation(report, municipalities), municipalities);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    List<?> chunks =
        database
            .createNativeQuery(
                "select content from attachment_chunk where attachment_id = ?1 order by position",
                byte[].class)
            .setParameter(1, attachment.id())
            .getResultList();
    chunks.forEach(chunk -> sealed.writeBytes((byte[]) chunk));
    return SealedFile.open(key, sealed.toByteArray(), attachment.size());
  }

  /**
   * The key of a file that came with the report or with a message: whoever has the public keysets
   * can seal a file, but only who holds the key of the conversation can vouch for it.
   */
  private ContentKey fileKey(
      Report report,
      Attachment attachment,
      Optional<Conversation> conversation,
      List<String> municipalities)
      throws UnsealException {
    String what = Attachment.key(attachment.id);
    StoredKey stored = stored(report, what, municipalities);
    ContentKey key = opener.unwrap(stored.recipient(), what, report.id, stored.wrapped());
    conversation
        .orElseThrow(() -> new UnsealException("nothing vouches for the file"))
        .requireVoucher(attachment.id, key, attachment.voucher);
    return key;
  }

  private Optional<Conversation> knownConversation(Report report, List<String> municipalities) {
    try {
      return Optional.of(conversation(report, municipalities));
    } catch (UnsealException e) {
      return Optional.empty(); // each file then says that it cannot be opened
    }
  }

  private Conversation conversation(Report report, List<String> municipalities)
      throws UnsealException {
    StoredKey stored = stored(report, WrappedKey.CONVERSATION, municipalities);
    ContentKey key =
        opener.unwrap(stored.recipient(), WrappedKey.CONVERSATION, report.id, stored.wrapped());
    stored.received().requireConversation(stored.wrapped());
    return new Conversation(report.origin(), key, clock);
  }

  private ContentKey unwrapReportKey(Report report, StoredKey stored) throws UnsealException {
    ContentKey key =
        opener.unwrap(stored.recipient(), WrappedKey.REPORT, report.id, stored.wrapped());
    stored.received().requireKey(stored.wrapped());
    return key;
  }

  private StoredKey stored(Report report, String what, List<String> municipalities)
      throws UnsealException {
    StoredKey stored =
        StoredKey.find(database, report.id, what, municipalities)
            .orElseThrow(() -> new UnsealException("not sealed for these municipalities"));
    stored.received().requireNotPurged();
    return stored;
  }
}
