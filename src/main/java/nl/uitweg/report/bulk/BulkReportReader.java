package nl.uitweg.report.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.uitweg.platform.sealing.AssociatedData;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.ContentKeyCache;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.received.ReplacedContentException;
import nl.uitweg.report.sealed.KeyName;
import nl.uitweg.report.sealed.MessagePlaintext;
import nl.uitweg.report.sealed.NotePlaintext;
import nl.uitweg.report.sealed.StoredKey;
import nl.uitweg.report.sealed.TranslationPlaintext;

/**
 * Decrypts many reports with all their texts, without side effects: messages are not marked as
 * read. {@link Reports} decrypts a single report. The methods that fetch reports require the
 * transaction of the caller; {@link #open} and {@link #cacheKeys} require none and may be called by
 * several threads.
 */
@ApplicationScoped
public class BulkReportReader {

  private final ContentKeyCache keys;
  private final SealedReportStore store;

  BulkReportReader(ContentKeyCache keys, SealedReportStore store) {
    this.keys = keys;
    this.store = store;
  }

  /**
   * Fetches sealed reports with their messages, notes and translations, newest first. The size of a
   * batch in bytes is limited too, so callers must continue with {@link ReportBatch#next} until it
   * is empty.
   *
   * @param municipalities municipalities of the officer
   * @param after {@link ReportBatch#next} of the previous batch; empty for the first batch
   * @param limit maximum number of reports
   */
  public ReportBatch<SealedReport> fetch(
      ReportFilter filter, List<String> municipalities, Optional<ReportCursor> after, int limit) {
    return store.fetch(filter, municipalities, after, limit, ReportSizeStore.Parts.ALL);
  }

  /** Like {@link #fetch}, without messages, notes and translations. */
  public ReportBatch<SealedReport> fetchContents(
      ReportFilter filter, List<String> municipalities, Optional<ReportCursor> after, int limit) {
    return store.fetch(filter, municipalities, after, limit, ReportSizeStore.Parts.CONTENT);
  }

  /** Like {@link #fetch}, but fetches only the wrapped keys. */
  public ReportBatch<ReportKeys> fetchKeys(
      ReportFilter filter, List<String> municipalities, Optional<ReportCursor> after, int limit) {
    return store.fetchKeys(filter, municipalities, after, limit);
  }

  /**
   * Decrypts a report. Empty when the report cannot be decrypted; a message, note or translation
   * that cannot be decrypted is left out.
   */
  public Optional<DecryptedReport> open(SealedReport sealed) {
    try {
      byte[] json =
          unwrap(sealed.keys, KeyName.REPORT, requireStored(sealed.keys.report))
              .open(
                  sealed.origin.report(sealed.header.forms(), sealed.header.receivedOn()),
                  sealed.sealed);
      requireReceived(sealed);
      return Optional.of(
          new DecryptedReport(
              sealed.header,
              ReportFormat.read(json, ReportContent.class),
              messages(sealed),
              notes(sealed),
              translations(sealed)));
    } catch (UnsealException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** Verifies that the content is what was first received, as {@link Reports#open} does. */
  private static void requireReceived(SealedReport sealed) throws UnsealException {
    requireStored(sealed.keys.report).received().requireContent(sealed.sealed);
    if (sealed.isMisplaced()) {
      throw new ReplacedContentException("the report was sent to another municipality");
    }
  }

  /**
   * Unwraps the keys of a report into the key cache, so that a later {@link #open} is fast.
   * Decrypts no content.
   */
  public void cacheKeys(ReportKeys keys) {
    try {
      unwrap(keys, KeyName.REPORT, requireStored(keys.report));
      if (keys.conversation.isPresent()) {
        conversationKey(keys);
      }
      if (keys.notes.isPresent()) {
        unwrap(keys, KeyName.NOTES, requireStored(keys.notes));
      }
    } catch (UnsealException | IllegalStateException e) {
      return; // the search reports how many reports cannot be decrypted
    }
  }

  private List<DecryptedReport.MessageText> messages(SealedReport sealed) {
    List<DecryptedReport.MessageText> messages = new ArrayList<>();
    if (sealed.messages.isEmpty()) {
      return messages;
    }
    try {
      ContentKey key = conversationKey(sealed.keys);
      for (SealedReport.Text text : sealed.messages) {
        AssociatedData associatedData =
            sealed.origin.message(UUID.fromString(text.id()), text.position(), text.fromOfficer());
        open(key, associatedData, text, MessagePlaintext.class)
            .ifPresent(
                content ->
                    messages.add(
                        new DecryptedReport.MessageText(text.fromOfficer(), content.text())));
      }
    } catch (UnsealException e) {
      return messages; // the case file reports this
    }
    return messages;
  }

  private List<String> notes(SealedReport sealed) {
    return underNotesKey(
        sealed,
        sealed.notes,
        (key, note) ->
            open(
                    key,
                    sealed.origin.note(UUID.fromString(note.id()), note.position()),
                    note,
                    NotePlaintext.class)
                .map(NotePlaintext::text));
  }

  private List<String> translations(SealedReport sealed) {
    return underNotesKey(
        sealed,
        sealed.translations,
        (key, translation) ->
            open(
                    key,
                    sealed.origin.translation(translation.id()),
                    translation,
                    TranslationPlaintext.class)
                .map(TranslationPlaintext::text));
  }

  /** The texts that can be decrypted with the notes key. */
  private List<String> underNotesKey(
      SealedReport sealed,
      List<SealedReport.Text> texts,
      BiFunction<ContentKey, SealedReport.Text, Optional<String>> open) {
    if (texts.isEmpty()) {
      return List.of();
    }
    try {
      ContentKey key = unwrap(sealed.keys, KeyName.NOTES, requireStored(sealed.keys.notes));
      return texts.stream().flatMap(text -> open.apply(key, text).stream()).toList();
    } catch (UnsealException e) {
      return List.of(); // the case file reports this
    }
  }

  private static <T> Optional<T> open(
      ContentKey key, AssociatedData associatedData, SealedReport.Text text, Class<T> type) {
    try {
      return Optional.of(ReportFormat.read(key.open(associatedData, text.sealed()), type));
    } catch (UnsealException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private ContentKey unwrap(ReportKeys keysOfReport, String keyName, StoredKey stored)
      throws UnsealException {
    ContentKey key = keys.unwrap(stored.recipient(), keyName, keysOfReport.id, stored.wrapped());
    stored.received().requireKey(stored.wrapped());
    return key;
  }

  private ContentKey conversationKey(ReportKeys keysOfReport) throws UnsealException {
    StoredKey stored = requireStored(keysOfReport.conversation);
    ContentKey key =
        keys.unwrap(stored.recipient(), KeyName.CONVERSATION, keysOfReport.id, stored.wrapped());
    stored.received().requireConversation(stored.wrapped());
    return key;
  }

  private static StoredKey requireStored(Optional<StoredKey> key) throws UnsealException {
    StoredKey stored =
        key.orElseThrow(() -> new UnsealException("not sealed for these municipalities"));
    stored.received().requireNotPurged();
    return stored;
  }
}
