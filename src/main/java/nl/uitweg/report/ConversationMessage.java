package nl.uitweg.report;

import java.time.Instant;
import java.util.UUID;
import nl.uitweg.report.content.MessageContent;

/**
 * A decrypted message, as shown to the officer or the reporter.
 *
 * @param id id of the message
 * @param position its position in the conversation, counted from 1
 * @param unseen whether the person who reads the conversation now sees this message for the first
 *     time; always false for their own messages
 * @param fileCount number of files sent with the message
 * @param read whether the other side has seen it
 * @param readable false when the message cannot be decrypted; then the content is empty and the
 *     time is {@link Instant#EPOCH}
 */
public record ConversationMessage(
    UUID id,
    int position,
    boolean fromOfficer,
    boolean unseen,
    Instant at,
    MessageContent content,
    int fileCount,
    boolean read,
    boolean readable) {

  /** Omits the text, because the result may be logged. */
  @Override
  public String toString() {
    return "ConversationMessage";
  }
}
