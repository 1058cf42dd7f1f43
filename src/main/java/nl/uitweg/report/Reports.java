package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.content.ConversationFullException;
import nl.uitweg.report.content.MessageContent;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.StateChangeNotAllowedException;
import nl.uitweg.report.content.Transitions;
import nl.uitweg.report.content.Urgency;
import nl.uitweg.report.received.PurgedReportException;
import nl.uitweg.report.received.ReplacedContentException;

/**
 * Decrypts and changes reports for officers. {@link AttachmentReader} decrypts their files. Works
 * only on the tier that holds the private keysets. Callers must have started a transaction.
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
   * A decrypted internal note.
   *
   * @param readable false when the note cannot be decrypted; then the texts are empty and the time
   *     is {@link Instant#EPOCH}
   */
  public record InternalNote(String author, Instant at, String text, boolean readable) {}

  /** The sealed content of a note, as JSON. */
  record NoteContent(String author, Instant at, String text) {
    NoteContent {
      Objects.requireNonNull(author);
      ReportFormat.requirePlausible(at);
      Objects.requireNonNull(text);
    }
  }

  /**
   * Decrypts the content of a report.
   *
   * @param municipalities municipalities of the officer
   * @throws UnsealException when the report was altered or is not sealed for these municipalities
   * @throws ReplacedContentException when the report is not the one that was first received
   * @throws PurgedReportException when the report was purged and its rows were restored
   */
  public ReportContent open(Report report, List<String> municipalities) throws UnsealException {
    StoredKey stored = requireStoredKey(report, WrappedKey.REPORT, municipalities);
    byte[] json =
        unwrapReportKey(report, stored)
            .open(report.origin().report(report.forms(), report.receivedOn), report.sealed);
    stored.received().requireContent(report.sealed);
    if (report.isMisplaced()) {
      throw new ReplacedContentException("the report was sent to another municipality");
    }
    return ReportFormat.read(json, ReportContent.class);
  }

  /**
   * The notes of a report, oldest first. A note that was altered is marked as unreadable.
   *
   * @throws UnsealException when there are notes and the notes key cannot be unwrapped
   * @throws ReplacedContentException when the notes key is not the one that the desk created
   */
  public List<InternalNote> notes(Report report, List<String> municipalities)
      throws UnsealException {
    List<Note> sealed = Note.of(report.id);
    if (sealed.isEmpty()) {
      return List.of(); // the notes key is created with the first note
    }
    ContentKey key = notesKeys.open(report, municipalities);
    return sealed.stream().map(note -> open(note, report.origin(), key)).toList();
  }

  private static InternalNote open(Note note, ReportOrigin origin, ContentKey key) {
    try {
      NoteContent content =
          ReportFormat.read(
              key.open(origin.note(note.id, note.position), note.sealed), NoteContent.class);
      return new InternalNote(content.author(), content.at(), content.text(), true);
    } catch (UnsealException | IllegalStateException e) {
      return new InternalNote("", Instant.EPOCH, "", false);
    }
  }

  /**
   * Seals and stores a note. The caller must have locked the report.
   *
   * @throws UnsealException when the report key or the notes key was altered or replaced; then
   *     nothing is stored
   */
  public void addNote(Report report, List<String> municipalities, String author, String text)
      throws UnsealException {
    unwrapReportKey(report, requireStoredKey(report, WrappedKey.REPORT, municipalities));
    ContentKey key = notesKeys.openOrCreate(report, municipalities, author);
    UUID id = UUID.randomUUID();
    byte[] json = ReportFormat.write(new NoteContent(author, clock.instant(), text));
    int position = Note.of(report.id).size() + 1;
    byte[] sealed = key.seal(report.origin().note(id, position), json);
    new Note(id, report.id, position, sealed).persist();
  }

  /**
   * Whether an officer may change the state of the report to the given one: a municipality must
   * have taken the report, and {@link Transitions} must allow the change.
   */
  public static boolean canChangeState(Report report, ReportState to) {
    return report.municipality != null
        && Transitions.allowed(report.state, to, Transitions.Actor.OFFICER);
  }

  /**
   * Changes the state of a report.
   *
   * @throws StateChangeNotAllowedException when {@link Transitions} does not allow it or no
   *     municipality has taken the report; then nothing is changed
   */
  public void changeState(Report report, ReportState to) {
    if (!canChangeState(report, to)) {
      throw new StateChangeNotAllowedException(report.state, to);
    }
    report.changeState(to, Transitions.Actor.OFFICER, DutchTime.today(clock));
    Handling.of(report)
        .ifPresent(
            handling -> handling.setClosedAt(to == ReportState.CLOSED ? clock.instant() : null));
  }

  /** Sets the urgency that an officer chose. The answers of the reporter do not change. */
  public void setUrgency(Report report, Urgency urgency) {
    report.urgency = urgency;
  }

  /**
   * Assigns a report that was sent to all municipalities to one of them. Deletes the keys that were
   * wrapped for the others, so that these can no longer decrypt the report.
   *
   * @throws StateChangeNotAllowedException when a municipality has taken it already, or when it was
   *     sent to one municipality only
   */
  public void take(Report report, String municipality) {
    if (!canBeTaken(report)) {
      throw new StateChangeNotAllowedException(report.state, report.state);
    }
    report.municipality = municipality;
    WrappedKey.delete(
        "reportId = ?1 and recipient not in ?2", report.id, List.of(municipality, Sealer.RECOVERY));
  }

  /**
   * Whether any municipality may take the report: it was sent to all, and none has taken it yet.
   */
  public static boolean canBeTaken(Report report) {
    return report.municipality == null && report.addressedTo == null;
  }

  /**
   * Takes a report that no municipality has taken, and changes its state.
   *
   * @throws StateChangeNotAllowedException when {@link Transitions} does not allow it or a
   *     municipality has taken the report; then nothing is changed
   */
  public void takeAndChangeState(Report report, String municipality, ReportState to) {
    if (!canBeTaken(report) || !Transitions.allowed(report.state, to, Transitions.Actor.OFFICER)) {
      throw new StateChangeNotAllowedException(report.state, to);
    }
    take(report, municipality);
    changeState(report, to);
  }

  /** The messages of a report, oldest first. Marks the messages of the reporter as read. */
  public List<ConversationMessage> messages(Report report, List<String> municipalities)
      throws UnsealException {
    return conversation(report, municipalities).read(true);
  }

  /** Free texts of the reporter by message id. Does not mark messages as read. */
  public Map<UUID, String> reporterTexts(Report report, List<String> municipalities)
      throws UnsealException {
    return conversation(report, municipalities).reporterTexts();
  }

  /**
   * Free texts of those of these messages that the reporter sent, by message id. Does not mark
   * messages as read.
   */
  Map<UUID, String> reporterTexts(
      Report report, Collection<UUID> messages, List<String> municipalities)
      throws UnsealException {
    return messages.isEmpty()
        ? Map.of()
        : conversation(report, municipalities).reporterTexts(messages);
  }

  /**
   * Sends a message of the officer to the reporter.
   *
   * @throws ConversationFullException when the conversation has the maximum number of messages
   */
  public void sendMessage(Report report, List<String> municipalities, MessageContent content)
      throws UnsealException, ConversationFullException {
    conversation(report, municipalities).add(UUID.randomUUID(), true, content, 0);
  }

  /**
   * The conversation of a report.
   *
   * @throws UnsealException when its key cannot be unwrapped or was replaced
   */
  Conversation conversation(Report report, List<String> municipalities) throws UnsealException {
    StoredKey stored = requireStoredKey(report, WrappedKey.CONVERSATION, municipalities);
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

  /**
   * A wrapped key of a report that has not been purged.
   *
   * @throws UnsealException when the key is not wrapped for these municipalities
   * @throws PurgedReportException when the report was purged and its rows were restored
   */
  StoredKey requireStoredKey(Report report, String keyName, List<String> municipalities)
      throws UnsealException {
    StoredKey stored =
        StoredKey.find(database, report.id, keyName, municipalities)
            .orElseThrow(() -> new UnsealException("not sealed for these municipalities"));
    stored.received().requireNotPurged();
    return stored;
  }
}
