package nl.uitweg.site.conversation;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.uitweg.report.intake.ReceivedFile;

/**
 * What the reporter typed and chose in the form of a message.
 *
 * @param answers to questions of the officer, by the key of the question
 */
record UserInput(String text, Map<String, String> answers) {

  boolean empty() {
    return text.isEmpty() && answers.isEmpty();
  }

  /** The text, or as much of it as is so long in UTF-16 units. */
  String beginning(int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean halved = Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, halved ? most - 1 : most);
  }

  /** The same words and files from the same page are one message, however often they are sent. */
  UUID messageId(String token, List<ReceivedFile> files) {
    StringBuilder name = new StringBuilder(token).append('\n').append(text);
    answers.forEach((key, answer) -> name.append('\n').append(key).append(' ').append(answer));
    files.forEach(file -> name.append('\n').append(HexFormat.of().formatHex(file.digest())));
    return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8));
  }
}
