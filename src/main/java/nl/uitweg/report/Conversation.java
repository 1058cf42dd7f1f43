package nl.uitweg.report;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.content.MessageContent;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.received.ReplacedContentException;
import org.jspecify.annotations.Nullable;

/** The messages of one report, opened with the key of the conversation by either side. */
final class Conversation {

  private final ReportOrigin origin;
  private final UUID reportId;
  private final ContentKey key;
  private final Clock clock;

  Conversation(ReportOrigin origin, ContentKey key, Clock clock) {
    this.origin = origin;
    this.reportId = origin.id();
    this.key = key;
    this.clock = clock;
  }

  /**
   * What is inside a message.
   *
   * @param text all of it as text, which is what earlier releases read
   * @param files how many files came with it; null in messages from before there were files
   * @param typed what was typed, when that is not the same as {@code text}; null in messages from
   *     before there were phrases, as are the three after it
   */
  record Content(
      Instant at,
      String text,
      @Nullable Integer files,
      @Nullable String typed,
      @Nullable String language,
      @Nullable List<String> phrases,
      @Nullable Map<String, String> answers) {

    Content {
      ReportFormat.checked(at);
    }

    static Content of(Instant at, MessageContent words, int files) {
      return new Content(
          at,
          words.plain(),
          files,
          words.typed(),
          words.language(),
          words.phrases(),
          words.answers());
    }

    MessageContent words() {
      return new MessageContent(
          typed == null ? text : typed,
          language == null ? "" : language,
          phrases == null ? List.of() : phrases,
          answers == null ? Map.of() : answers,
          text);
    }
  }

  /**
   * All messages, oldest first; those of the other side count as read from now on.
   *
   * @param asOfficer which side is reading
   */
  List<OpenMessage> read(boolean asOfficer) {
    List<OpenMessage> open = new ArrayList<>();
    for (Message message : Message.of(reportId)) {
      if (message.fromOfficer != asOfficer) {
        message.read = true;
      }
      open.add(open(message));
    }
    return open;
  }

  /** What the reporter typed, by message, as far as it opens; nothing counts as read. */
  Map<UUID, String> typed() {
    Map<UUID, String> typed = new LinkedHashMap<>();
    for (Message message : Message.of(reportId)) {
      if (!message.fromOfficer) {
        OpenMessage opened = open(message);
        if (opened.opens()) {
          typed.put(message.id, opened.words().typed());
        }
      }
    }
    return typed;
  }

  private OpenMessage open(Message message) {
    try {
      byte[] json =
          key.open(
              origin.message(message.id, message.position, message.fromOfficer), message.sealed);
      Content content = ReportFormat.read(json, Content.class);
      int files = content.files() == null ? 0 : content.files();
      return new OpenMessage(
          message.fromOfficer, content.at(), content.words(), files, message.read, true);
    } catch (UnsealException | IllegalStateException e) {
      return new OpenMessage(
          message.fromOfficer, Instant.EPOCH, MessageContent.typed("", ""), 0, message.read, false);
    }
  }

  /**
   * @param id the same id a second time adds nothing
   * @param files how many files come with it
   * @return whether it was added
   */
  boolean add(UUID id, boolean fromOfficer, MessageContent words, int files) {
    if (Message.findById(id) != null) {
      return false;
    }
    byte[] json = ReportFormat.write(Content.of(clock.instant(), words, files));
    int position = Message.nextPosition(reportId);
    byte[] sealed = key.seal(origin.message(id, position, fromOfficer), json);
    new Message(id, reportId, position, fromOfficer, sealed).persist();
    return true;
  }

  ReportOrigin origin() {
    return origin;
  }

  /**
   * Says that a file was sent by who holds the key of this conversation, and not by somebody who
   * has only the public keysets. Does not open the file.
   */
  byte[] vouch(UUID file, ContentKey fileKey) {
    return key.seal(origin.voucher(file), fileKey.commitment());
  }

  /**
   * @throws UnsealException when the file was not sent with this conversation's report
   */
  void requireVoucher(UUID file, ContentKey fileKey, byte[] voucher) throws UnsealException {
    if (!fileKey.matches(key.open(origin.voucher(file), voucher))) {
      throw new ReplacedContentException("another file was received");
    }
  }
}
