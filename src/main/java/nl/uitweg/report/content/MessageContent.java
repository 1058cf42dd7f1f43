package nl.uitweg.report.content;

import java.util.List;
import java.util.Map;

/**
 * What a message says: typed text, phrases of the phrase book, answers to its closed questions. The
 * last two are keys, so that each side reads them in its own language.
 *
 * @param typed as it was typed; empty when nothing was
 * @param language code of the language it was typed in; empty when not known
 * @param phrases keys, in order
 * @param answers key of a question → key of the answer
 * @param plain all of it as text: what a replica of an earlier release shows, and what is shown for
 *     a key that is no longer in the book
 */
public record MessageContent(
    String typed,
    String language,
    List<String> phrases,
    Map<String, String> answers,
    String plain) {

  public MessageContent {
    phrases = List.copyOf(phrases);
    answers = Map.copyOf(answers);
  }

  /** Text and nothing else. */
  public static MessageContent typed(String text, String language) {
    return new MessageContent(text, language, List.of(), Map.of(), text);
  }

  /** Never the text: this may end in a log. */
  @Override
  public String toString() {
    return "MessageContent";
  }
}
