package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.platform.sealing.AssociatedData;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.KeyMemory;
import nl.uitweg.platform.sealing.UnsealException;
import org.hibernate.Session;

/**
 * Opens many reports at once with all their words, changing nothing, not even what counts as read.
 * {@link Reports} opens one. Fetching needs the caller's transaction; opening needs none and may be
 * done by several threads.
 */
@ApplicationScoped
public class BulkReportReader {

  private final KeyMemory keys;
  private final EntityManager database;

  BulkReportReader(KeyMemory keys, EntityManager database) {
    this.keys = keys;
    this.database = database;
  }

  /**
   * Newest first.
   *
   * @param municipalities of the officer who reads
   * @param after the last one of the fetch before; empty for the first
   */
  public List<SealedReport> fetch(
      ReportFilter filter, List<String> municipalities, Optional<SealedReport> after, int most) {
    return database
        .unwrap(Session.class)
        .doReturningWork(
            connection -> new ReportRows(connection, municipalities).fetch(filter, after, most));
  }

  /** Empty when the report does not open; a message or note that does not open is left out. */
  public Optional<OpenedReport> open(SealedReport sealed) {
    try {
      byte[] json =
          reportKey(sealed)
              .open(sealed.origin.report(sealed.forms, sealed.receivedOn), sealed.sealed);
      requireReceived(sealed);
      return Optional.of(
          new OpenedReport(
              sealed.id,
              sealed.municipality,
              sealed.forms,
              sealed.state,
              sealed.urgency,
              sealed.receivedOn,
              ReportFormat.read(json, ReportContent.class),
              messages(sealed),
              notes(sealed)));
    } catch (UnsealException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** As {@link Reports#open} does. */
  private static void requireReceived(SealedReport sealed) throws UnsealException {
    stored(sealed.key).received().requireContent(sealed.sealed);
    if (sealed.isMisplaced()) {
      throw new ReplacedContentException("it was sent to another municipality");
    }
  }

  /** Only remembers the keys, so that {@link #open} is quick later; opens nothing. */
  public void unwrap(SealedReport sealed) {
    try {
      reportKey(sealed);
      if (!sealed.messages.isEmpty()) {
        conversationKey(sealed);
      }
      if (!sealed.notes.isEmpty()) {
        notesKey(sealed);
      }
    } catch (UnsealException | IllegalStateException e) {
      return; // the search says how many do not open
    }
  }

  private List<OpenedReport.MessageText> messages(SealedReport sealed) {
    List<OpenedReport.MessageText> messages = new ArrayList<>();
    if (sealed.messages.isEmpty()) {
      return messages;
    }
    try {
      ContentKey key = conversationKey(sealed);
      for (SealedReport.Text text : sealed.messages) {
        AssociatedData as = sealed.origin.message(text.id(), text.position(), text.fromOfficer());
        open(key, as, text, Conversation.Content.class)
            .ifPresent(
                content ->
                    messages.add(new OpenedReport.MessageText(text.fromOfficer(), content.text())));
      }
    } catch (UnsealException e) {
      return messages; // the case file says so
    }
    return messages;
  }

  private List<String> notes(SealedReport sealed) {
    List<String> notes = new ArrayList<>();
    if (sealed.notes.isEmpty()) {
      return notes;
    }
    try {
      ContentKey key = notesKey(sealed);
      for (SealedReport.Text text : sealed.notes) {
        AssociatedData as = sealed.origin.note(text.id(), text.position());
        open(key, as, text, Reports.NoteContent.class)
            .ifPresent(content -> notes.add(content.text()));
      }
    } catch (UnsealException e) {
      return notes; // the case file says so
    }
    return notes;
  }

  private static <T> Optional<T> open(
      ContentKey key, AssociatedData as, SealedReport.Text text, Class<T> type) {
    try {
      return Optional.of(ReportFormat.read(key.open(as, text.sealed()), type));
    } catch (UnsealException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private ContentKey reportKey(SealedReport sealed) throws UnsealException {
    return key(sealed, WrappedKey.REPORT, stored(sealed.key));
  }

  private ContentKey notesKey(SealedReport sealed) throws UnsealException {
    return key(sealed, WrappedKey.NOTES, stored(sealed.notesKey));
  }

  private ContentKey key(SealedReport sealed, String what, StoredKey stored)
      throws UnsealException {
    ContentKey key = keys.unwrap(stored.recipient(), what, sealed.id, stored.wrapped());
    stored.received().requireKey(stored.wrapped());
    return key;
  }

  private ContentKey conversationKey(SealedReport sealed) throws UnsealException {
    StoredKey stored = stored(sealed.conversation);
    ContentKey key =
        keys.unwrap(stored.recipient(), WrappedKey.CONVERSATION, sealed.id, stored.wrapped());
    stored.received().requireConversation(stored.wrapped());
    return key;
  }

  private static StoredKey stored(Optional<StoredKey> key) throws UnsealException {
    StoredKey stored =
        key.orElseThrow(() -> new UnsealException("not sealed for these municipalities"));
    stored.received().requireNotPurged();
    return stored;
  }
}
