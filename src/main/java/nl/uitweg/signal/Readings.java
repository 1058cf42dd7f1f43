package nl.uitweg.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.sealing.ContentKey;
import nl.uitweg.sealing.KeyMemory;
import nl.uitweg.sealing.UnsealException;
import org.hibernate.Session;

/**
 * Opens many reports at once with all their words, changing nothing, not even what counts as read.
 * {@link Reports} opens one. Fetching needs the caller's transaction; opening needs none and may be
 * done by several threads.
 */
@ApplicationScoped
public class Readings {

  private final KeyMemory keys;
  private final EntityManager database;

  Readings(KeyMemory keys, EntityManager database) {
    this.keys = keys;
    this.database = database;
  }

  /**
   * Newest first.
   *
   * @param municipalities of the officer who reads
   * @param after the last one of the fetch before; empty for the first
   */
  public List<SealedReading> fetch(
      ReadingFilter filter, List<String> municipalities, Optional<SealedReading> after, int most) {
    return database
        .unwrap(Session.class)
        .doReturningWork(
            connection -> new ReadingRows(connection, municipalities).fetch(filter, after, most));
  }

  /** Empty when the report does not open; a message or note that does not open is left out. */
  public Optional<Reading> open(SealedReading sealed) {
    try {
      ContentKey key = key(sealed, WrappedKey.REPORT, sealed.key);
      Report report =
          ReportFormat.read(key.open(Sending.CONTENT, sealed.id, sealed.sealed), Report.class);
      return Optional.of(
          new Reading(
              sealed.id,
              sealed.municipality,
              sealed.forms,
              sealed.state,
              sealed.urgency,
              sealed.receivedOn,
              report,
              said(sealed),
              notes(sealed, key)));
    } catch (UnsealException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** Only remembers the keys, so that {@link #open} is quick later; opens nothing. */
  public void unwrap(SealedReading sealed) {
    try {
      key(sealed, WrappedKey.REPORT, sealed.key);
      if (!sealed.messages.isEmpty()) {
        key(sealed, WrappedKey.CONVERSATION, sealed.conversation);
      }
    } catch (UnsealException | IllegalStateException e) {
      return; // the search says how many do not open
    }
  }

  private List<Reading.Said> said(SealedReading sealed) {
    List<Reading.Said> said = new ArrayList<>();
    if (sealed.messages.isEmpty()) {
      return said;
    }
    try {
      ContentKey key = key(sealed, WrappedKey.CONVERSATION, sealed.conversation);
      for (SealedReading.Text text : sealed.messages) {
        open(key, Conversation.WHAT, text, Conversation.Content.class)
            .ifPresent(content -> said.add(new Reading.Said(text.fromOfficer(), content.text())));
      }
    } catch (UnsealException e) {
      return said; // the case file says so
    }
    return said;
  }

  private static List<String> notes(SealedReading sealed, ContentKey key) {
    List<String> notes = new ArrayList<>();
    for (SealedReading.Text text : sealed.notes) {
      open(key, Reports.NOTE, text, Reports.NoteContent.class)
          .ifPresent(content -> notes.add(content.text()));
    }
    return notes;
  }

  private static <T> Optional<T> open(
      ContentKey key, String what, SealedReading.Text text, Class<T> type) {
    try {
      return Optional.of(ReportFormat.read(key.open(what, text.id(), text.sealed()), type));
    } catch (UnsealException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private ContentKey key(SealedReading sealed, String what, Optional<SealedReading.Wrapped> wrapped)
      throws UnsealException {
    SealedReading.Wrapped mine =
        wrapped.orElseThrow(() -> new UnsealException("not sealed for these municipalities"));
    return keys.unwrap(mine.recipient(), what, sealed.id, mine.key());
  }
}
