package nl.uitweg.referral;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.uitweg.report.content.Question;

/**
 * What is referred, in the clear: exists in memory only, and sealed in {@link Referral}. Holds no
 * id of the report and no key; the reference is its only name outside.
 *
 * @param reference fresh and random, for letters and telephone calls
 * @param officer who refers
 * @param municipality id of the municipality that refers
 * @param language of the texts, as the reporter wrote them
 * @param consent the contact choice: {@code unknown}, {@code contact} or {@code share}
 * @param choices question → chosen option keys, of the answers that are shared
 * @param texts question → text as the officer made it fit to share
 * @param redacted questions of which the text was changed
 */
public record ReferralContent(
    String reference,
    String officer,
    String municipality,
    Instant at,
    Purpose goal,
    String language,
    String consent,
    Map<Question, List<String>> choices,
    Map<Question, String> texts,
    List<Question> redacted) {

  /**
   * What for, and on what ground.
   *
   * @param purpose key of the list of purposes
   * @param explanation of the purpose, in the officer's words
   * @param basis key of the list of legal bases
   * @param stated the legal basis in the officer's words
   */
  public record Purpose(String purpose, String explanation, String basis, String stated) {

    @Override
    public String toString() {
      return "Goal";
    }
  }

  public ReferralContent {
    choices = Map.copyOf(choices);
    texts = Map.copyOf(texts);
    redacted = List.copyOf(redacted);
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

  /** Never the content: this may end in a log. */
  @Override
  public String toString() {
    return "ReferralContent";
  }
}
