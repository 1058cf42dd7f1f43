package nl.uitweg.desk.referral;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import nl.uitweg.report.TranslatedPart;
import nl.uitweg.report.Translations;
import nl.uitweg.report.content.Question;

/**
 * The translations that officers wrote in the case file. The referral form begins with them.
 *
 * @param messages translations by id of the message
 */
record KeptTranslations(Map<Question, String> answers, Map<String, String> messages) {

  static final KeptTranslations NONE = new KeptTranslations(Map.of(), Map.of());

  KeptTranslations {
    answers = Map.copyOf(answers);
    messages = Map.copyOf(messages);
  }

  /**
   * @param byPart translations by {@link TranslatedPart#key}; those that cannot be decrypted are
   *     left out
   */
  static KeptTranslations of(Map<String, Translations.Translation> byPart) {
    Map<Question, String> answers = new EnumMap<>(Question.class);
    Map<String, String> messages = new HashMap<>();
    byPart.forEach(
        (part, translation) -> {
          if (translation.readable()) {
            Question.of(part)
                .ifPresentOrElse(
                    question -> answers.put(question, translation.text()),
                    () -> messages.put(part, translation.text()));
          }
        });
    return new KeptTranslations(answers, messages);
  }

  /** Omits the content, because the result may be logged. */
  @Override
  public String toString() {
    return "KeptTranslations";
  }
}
