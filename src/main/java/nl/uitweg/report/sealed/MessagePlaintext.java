package nl.uitweg.report.sealed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.uitweg.report.content.MessageContent;
import nl.uitweg.report.content.ReportFormat;
import org.jspecify.annotations.Nullable;

/**
 * The plaintext of a message, stored sealed as JSON.
 *
 * @param text the complete message as text, which is all that earlier releases read
 * @param files number of files sent with the message; null in messages from before attachments
 *     existed
 * @param typed the free text, when it differs from {@code text}. This component and those after it
 *     are null in messages from before phrases existed.
 */
public record MessagePlaintext(
    Instant at,
    String text,
    @Nullable Integer files,
    @Nullable String typed,
    @Nullable String language,
    @Nullable List<String> phrases,
    @Nullable Map<String, String> answers) {

  /**
   * @throws NullPointerException when {@code at}, {@code text} or an element of a list or map is
   *     missing, because the message was not sealed by this application
   */
  public MessagePlaintext {
    ReportFormat.requirePlausible(at);
    Objects.requireNonNull(text);
    phrases = phrases == null ? null : List.copyOf(phrases);
    answers = answers == null ? null : Map.copyOf(answers);
  }

  public static MessagePlaintext of(Instant at, MessageContent message, int files) {
    return new MessagePlaintext(
        at,
        message.plainText(),
        files,
        message.freeText().equals(message.plainText()) ? null : message.freeText(),
        message.language(),
        message.phrases(),
        message.answers());
  }

  public MessageContent toMessageContent() {
    return new MessageContent(
        typed == null ? text : typed,
        language == null ? "" : language,
        phrases == null ? List.of() : phrases,
        answers == null ? Map.of() : answers,
        text);
  }

  /** Omits the content, because the result may be logged. */
  @Override
  public String toString() {
    return "MessagePlaintext";
  }
}
