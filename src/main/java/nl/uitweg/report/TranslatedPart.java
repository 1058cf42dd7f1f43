package nl.uitweg.report;

import java.util.Optional;
import java.util.UUID;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;

/**
 * A text of the reporter that an officer can translate: the answer to a question, or a message.
 *
 * @param key the key of the question, or the id of the message
 * @param message empty for an answer
 */
public record TranslatedPart(String key, Optional<UUID> message) {

  public static TranslatedPart of(Question question) {
    return new TranslatedPart(question.key(), Optional.empty());
  }

  public static TranslatedPart of(UUID message) {
    return new TranslatedPart(message.toString(), Optional.of(message));
  }

  /**
   * Parses a {@link #key}; empty when it is neither a message nor an answer in the reporter's own
   * words. Answers that identify the reporter are not translated.
   */
  public static Optional<TranslatedPart> parse(String key) {
    Optional<TranslatedPart> answer =
        Question.of(key)
            .filter(question -> !question.isChoice() && !Consent.identifies(question))
            .map(TranslatedPart::of);
    return answer.or(() -> parseMessage(key));
  }

  private static Optional<TranslatedPart> parseMessage(String id) {
    try {
      return Optional.of(of(UUID.fromString(id)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
