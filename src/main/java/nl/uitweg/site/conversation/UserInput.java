package nl.uitweg.site.conversation;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.uitweg.report.intake.ReceivedFile;

/**
 * Input of the reporter in the form for a message.
 *
 * @param answers keys of the answers to the officer's closed questions, by id of the question
 * @param unseen ids of the messages that the page marked as new, so that the next page marks them
 *     too
 */
record UserInput(String text, Map<String, String> answers, Set<String> unseen) {

  /** In UTF-16 code units. */
  static final int MAX_TEXT_LENGTH = 10_000;

  static final UserInput NONE = new UserInput("", Map.of(), Set.of());

  boolean isEmpty() {
    return text.isEmpty() && answers.isEmpty();
  }

  boolean isTooLong() {
    return text.length() > MAX_TEXT_LENGTH;
  }

  /** The text, truncated to at most {@link #MAX_TEXT_LENGTH} without splitting a surrogate pair. */
  String truncatedText() {
    if (!isTooLong()) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_TEXT_LENGTH - 1));
    return text.substring(0, splitsPair ? MAX_TEXT_LENGTH - 1 : MAX_TEXT_LENGTH);
  }

  /**
   * Id of the message; equal input from the same page gets the same id, so that a repeated
   * submission is stored once.
   */
  UUID messageId(String token, List<ReceivedFile> files) {
    StringBuilder name = new StringBuilder(token).append('\n').append(text);
    answers.forEach((key, answer) -> name.append('\n').append(key).append(' ').append(answer));
    files.forEach(file -> name.append('\n').append(HexFormat.of().formatHex(file.digest())));
    return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8));
  }
}
