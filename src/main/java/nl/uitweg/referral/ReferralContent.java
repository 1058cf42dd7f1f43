package nl.uitweg.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.uitweg.report.content.Question;

/**
 * The plaintext content of a referral. It exists in memory only; {@link Referral} stores it sealed.
 * It contains no id of the report and no key; outside this system the referral is known only by its
 * reference.
 *
 * @param reference random reference for letters and telephone calls
 * @param officer user name of the officer who refers
 * @param municipality id of the municipality that refers
 * @param language code of the language of the texts
 * @param consent the contact choice: {@code unknown}, {@code contact} or {@code share}
 * @param choices chosen option keys by question, of the shared answers
 * @param texts texts by question, as edited by the officer
 * @param redacted questions whose text the officer changed
 * @param translations the officer's own translations of texts into Dutch, by question
 * @param messages the shared messages of the conversation, oldest first
 */
public record ReferralContent(
    String reference,
    String officer,
    String municipality,
    Instant at,
    @JsonProperty("goal") Justification justification,
    String language,
    String consent,
    Map<Question, List<String>> choices,
    Map<Question, String> texts,
    List<Question> redacted,
    Map<Question, String> translations,
    List<SharedMessage> messages) {

  /**
   * The purpose and the legal basis of a referral.
   *
   * @param purpose key of the purpose
   * @param explanation explanation of the purpose, in the officer's words
   * @param basis key of the legal basis
   * @param basisExplanation the legal basis in the officer's words
   */
  public record Justification(
      String purpose,
      String explanation,
      String basis,
      @JsonProperty("stated") String basisExplanation) {

    /** Omits the content, because the result may be logged. */
    @Override
    public String toString() {
      return "Justification";
    }
  }

  public ReferralContent {
    choices = Map.copyOf(choices);
    texts = Map.copyOf(texts);
    redacted = List.copyOf(redacted);
    // null in referrals from before translations and messages could be shared
    translations = Map.copyOf(Objects.requireNonNullElse(translations, Map.of()));
    messages = List.copyOf(Objects.requireNonNullElse(messages, List.of()));
  }

  /** The shared questions in the order of the form. */
  public List<Question> questions() {
    Map<Question, Boolean> shared = new LinkedHashMap<>();
    for (Question question : Question.values()) {
      if (choices.containsKey(question) || texts.containsKey(question)) {
        shared.put(question, true);
      }
    }
    return List.copyOf(shared.keySet());
  }

  /** Omits the content, because the result may be logged. */
  @Override
  public String toString() {
    return "ReferralContent";
  }
}
