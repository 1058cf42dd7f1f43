package nl.uitweg.site.conversation;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.uitweg.report.intake.ReceivedFile;

/**
 * Input of the reporter in the form for a message.
 *
 * @param answers answer keys by the key of the officer's question
 */
record UserInput(String text, Map<String, String> answers) {

  boolean isEmpty() {
    return text.isEmpty() && answers.isEmpty();
  }

  /**
   * The text, truncated to at most {@code maxLength} UTF-16 code units without splitting a
   * surrogate pair.
   */
  String truncatedText(int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(maxLength - 1));
    return text.substring(0, splitsPair ? maxLength - 1 : maxLength);
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
