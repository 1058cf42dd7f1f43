package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.platform.sealing.AssociatedData;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.ContentKeyCache;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.received.ReplacedContentException;
import org.hibernate.Session;

/**
 * Opens many reports at once with all their words, changing nothing, not even what counts as read.
 * {@link Reports} opens one. Fetching needs the caller's transaction; opening needs none and may be
 * done by several threads.
 */
@ApplicationScoped
public class BulkReportReader {

  private final ContentKeyCache keys;
  private final EntityManager database;

  BulkReportReader(ContentKeyCache keys, EntityManager database) {
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
      ContentKey key = reportKey(sealed);
      byte[] json = key.open(sealed.origin.report(sealed.forms, sealed.receivedOn), sealed.sealed);
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
              notes(sealed, key)));
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

  private static List<String> notes(SealedReport sealed, ContentKey key) {
    List<String> notes = new ArrayList<>();
    for (SealedReport.Text text : sealed.notes) {
      AssociatedData as = sealed.origin.note(text.id(), text.position());
      open(key, as, text, Reports.NoteContent.class)
          .ifPresent(content -> notes.add(content.text()));
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
    StoredKey stored = stored(sealed.key);
    ContentKey key =
        keys.unwrap(stored.recipient(), WrappedKey.REPORT, sealed.id, stored.wrapped());
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
