package nl.uitweg.signal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.uitweg.sealing.ContentKey;
import nl.uitweg.sealing.UnsealException;

/** The messages of one report, opened with the key of the conversation by either side. */
final class Conversation {

  private static final String WHAT = "message";

  private final UUID signalId;
  private final ContentKey key;
  private final Clock clock;

  Conversation(UUID signalId, ContentKey key, Clock clock) {
    this.signalId = signalId;
    this.key = key;
    this.clock = clock;
  }

  /** What is inside a message. */
  record Content(Instant at, String text) {}

  /**
   * All messages, oldest first; those of the other side count as read from now on.
   *
   * @param asOfficer which side is reading
   */
  List<OpenMessage> read(boolean asOfficer) {
    List<OpenMessage> open = new ArrayList<>();
    for (Message message : Message.of(signalId)) {
      if (message.fromOfficer != asOfficer) {
        message.read = true;
      }
      open.add(open(message));
    }
    return open;
  }

  private OpenMessage open(Message message) {
    try {
      byte[] json = key.open(WHAT, message.id, message.sealed);
      Content content = ReportFormat.read(json, Content.class);
      return new OpenMessage(message.fromOfficer, content.at(), content.text(), message.read, true);
    } catch (UnsealException | IllegalStateException e) {
      return new OpenMessage(message.fromOfficer, Instant.EPOCH, "", message.read, false);
    }
  }

  void add(boolean fromOfficer, String text) {
    UUID id = UUID.randomUUID();
    byte[] json = ReportFormat.write(new Content(clock.instant(), text));
    int position = Message.nextPosition(signalId);
    new Message(id, signalId, position, fromOfficer, key.seal(WHAT, id, json)).persist();
  }
}
