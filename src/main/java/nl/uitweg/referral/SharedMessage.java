package nl.uitweg.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A message of the conversation that was shared in a referral. Phrases, questions and answers of
 * the phrase book are texts in Dutch, so that they stay readable when the phrase book changes.
 *
 * @param fromOfficer whether the municipality sent it; otherwise the reporter did
 * @param day the day on which it was sent; the time is not shared
 * @param text free text as edited by the officer; empty when there is none
 * @param language code of the language of the text; empty when unknown
 * @param redacted whether the officer changed the text
 * @param translation the officer's own translation of the text into Dutch; empty when there is none
 */
public record SharedMessage(
    boolean fromOfficer,
    LocalDate day,
    List<String> phrases,
    List<ClosedAnswer> answers,
    String text,
    String language,
    boolean redacted,
    String translation) {

  /** A closed question of the phrase book and its answer. */
  public record ClosedAnswer(String question, String answer) {

    /** Omits the content, because the result may be logged. */
    @Override
    public String toString() {
      return "ClosedAnswer";
    }
  }

  /**
   * @throws NullPointerException when a value is missing, because the message was not sealed by
   *     this application
   */
  public SharedMessage {
    Objects.requireNonNull(day);
    phrases = List.copyOf(phrases);
    answers = List.copyOf(answers);
    Objects.requireNonNull(text);
    Objects.requireNonNull(language);
    Objects.requireNonNull(translation);
  }

  /** Omits the content, because the result may be logged. */
  @Override
  public String toString() {
    return "SharedMessage";
  }
}
