package nl.uitweg.report.content;

import java.util.List;
import java.util.Map;

/**
 * The content of a message: free text, phrases from the phrase book, and answers to its closed
 * questions. Phrases and answers are keys, so that each side reads them in its own language.
 *
 * @param freeText text as typed; empty when there is none
 * @param language code of the language of the free text; empty when unknown
 * @param phrases keys of phrases, in order
 * @param answers key of a question → key of the answer
 * @param plainText the complete message as text; shown by replicas of earlier releases, and when a
 *     key is no longer in the phrase book
 */
public record MessageContent(
    String freeText,
    String language,
    List<String> phrases,
    Map<String, String> answers,
    String plainText) {

  public MessageContent {
    phrases = List.copyOf(phrases);
    answers = Map.copyOf(answers);
  }

  /** A message of free text only. */
  public static MessageContent ofText(String text, String language) {
    return new MessageContent(text, language, List.of(), Map.of(), text);
  }

  /** Omits the text, because the result may be logged. */
  @Override
  public String toString() {
    return "MessageContent";
  }
}
