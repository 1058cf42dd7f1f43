package nl.uitweg.report;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.content.ConversationFullException;
import nl.uitweg.report.content.MessageContent;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.received.ReplacedContentException;
import nl.uitweg.report.sealed.MessagePlaintext;
import nl.uitweg.report.sealed.ReportOrigin;

/**
 * The messages of one report. Both the officer and the reporter decrypt them, with the same
 * conversation key.
 */
final class Conversation {

  private final ReportOrigin origin;
  private final UUID reportId;
  private final ContentKey key;
  private final MessageStore store;
  private final Clock clock;

  Conversation(ReportOrigin origin, ContentKey key, MessageStore store, Clock clock) {
    this.origin = origin;
    this.reportId = origin.id();
    this.key = key;
    this.store = store;
    this.clock = clock;
  }

  /**
   * All messages, oldest first. Marks the messages of the other side as read, before it loads them:
   * a message that its sender takes back at the same moment is either read or gone, never both.
   *
   * @param asOfficer whether the reader is an officer; otherwise it is the reporter
   */
  List<ConversationMessage> read(boolean asOfficer) {
    Set<UUID> unseen = store.markRead(reportId, !asOfficer);
    List<ConversationMessage> messages = new ArrayList<>();
    for (Message message : store.of(reportId)) {
      messages.add(open(message, unseen.contains(message.id)));
    }
    return messages;
  }

  /**
   * The messages that an officer has seen, oldest first: those of officers, and those of the
   * reporter that are marked as read. Marks none.
   */
  List<ConversationMessage> seenByOfficers() {
    return store.of(reportId).stream()
        .filter(message -> message.fromOfficer || message.read)
        .map(message -> open(message, false))
        .toList();
  }

  /**
   * Free texts of the reporter by message id, of the messages that can be decrypted. Does not mark
   * messages as read.
   */
  Map<UUID, String> reporterTexts() {
    return reporterTexts(store.of(reportId));
  }

  /** Like {@link #reporterTexts()}, but only of the messages with these ids. */
  Map<UUID, String> reporterTexts(Collection<UUID> ids) {
    return reporterTexts(store.of(reportId, ids));
  }

  private Map<UUID, String> reporterTexts(List<Message> messages) {
    Map<UUID, String> texts = new LinkedHashMap<>();
    for (Message message : messages) {
      if (!message.fromOfficer) {
        ConversationMessage opened = open(message, false);
        if (opened.readable()) {
          texts.put(message.id, opened.content().freeText());
        }
      }
    }
    return texts;
  }

  private ConversationMessage open(Message message, boolean unseen) {
    try {
      byte[] json =
          key.open(
              origin.message(message.id, message.position, message.fromOfficer), message.sealed);
      MessagePlaintext content = ReportFormat.read(json, MessagePlaintext.class);
      int files = content.files() == null ? 0 : content.files();
      return new ConversationMessage(
          message.id,
          message.position,
          message.fromOfficer,
          unseen,
          content.at(),
          content.toMessageContent(),
          files,
          message.read,
          true);
    } catch (UnsealException | IllegalStateException e) {
      return new ConversationMessage(
          message.id,
          message.position,
          message.fromOfficer,
          unseen,
          Instant.EPOCH,
          MessageContent.ofText("", ""),
          0,
          message.read,
          false);
    }
  }

  /**
   * Seals and stores a message.
   *
   * @param id id of the new message; if a message with this id is stored, nothing is added
   * @param files number of files sent with the message
   * @return whether the message was added
   * @throws ConversationFullException when the conversation has the maximum number of messages
   */
  boolean add(UUID id, boolean fromOfficer, MessageContent message, int files)
      throws ConversationFullException {
    if (store.isStored(id)) {
      return false;
    }
    byte[] json = ReportFormat.write(MessagePlaintext.of(clock.instant(), message, files));
    int position = Message.positionAfter(store.lastPosition(reportId), fromOfficer);
    byte[] sealed = key.seal(origin.message(id, position, fromOfficer), json);
    // at once: a trigger marks the message that ends a wait, and the state changes after this
    store.persistAndFlush(new Message(id, reportId, position, fromOfficer, sealed));
    return true;
  }

  /**
   * Deletes the messages of this conversation that have been read. Only the reporter may do this.
   *
   * @return number of deleted messages
   */
  long deleteRead() {
    return store.deleteRead();
  }

  /**
   * Takes back a message of the reporter, with its files. Only the reporter may do this.
   *
   * @return false when an officer has read the message, or when it does not exist; then nothing is
   *     changed
   */
  boolean takeBack(UUID id) {
    return store.takeBack(id);
  }

  ReportOrigin origin() {
    return origin;
  }

  /**
   * Seals a voucher for a file. It proves that a holder of the conversation key sent the file, and
   * not somebody who has only the public keysets. The file cannot be decrypted with it.
   */
  byte[] sealVoucher(UUID file, ContentKey fileKey) {
    return key.seal(origin.voucher(file), fileKey.commitment());
  }

  /**
   * Verifies the voucher of a file.
   *
   * @throws UnsealException when the voucher was not sealed with the key of this conversation or is
   *     for another file
   */
  void requireVoucher(UUID file, ContentKey fileKey, byte[] voucher) throws UnsealException {
    if (!fileKey.matches(key.open(origin.voucher(file), voucher))) {
      throw new ReplacedContentException("the voucher is for another file");
    }
  }
}
