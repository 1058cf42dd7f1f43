package nl.uitweg.report.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The plaintext content of a report. It exists in memory only, while it is sent or read; it is
 * stored sealed.
 *
 * @param language code of the language in which the form was filled in
 * @param sentAt time of sending; only the day is stored in plaintext
 * @param choices chosen option keys by question
 * @param texts text as typed, by question
 */
public record ReportContent(
    String language,
    Instant sentAt,
    Map<Question, List<String>> choices,
    Map<Question, String> texts,
    Set<Doubt> doubts) {

  /** Maximum number of chosen options per question; no question of the form has as many. */
  private static final int MAX_OPTIONS = 200;

  /**
   * @throws NullPointerException when a value is missing, because the content was not sealed by
   *     this application
   * @throws IllegalArgumentException when the time of sending is not plausible, or when a question
   *     has more answers than any list of options
   */
  public ReportContent {
    Objects.requireNonNull(language);
    ReportFormat.requirePlausible(sentAt);
    Map<Question, List<String>> chosen = new EnumMap<>(Question.class);
    choices.forEach((question, options) -> chosen.put(question, limited(options)));
    choices = Collections.unmodifiableMap(chosen);
    texts = Map.copyOf(texts);
    // null in reports from before doubts existed
    doubts = Set.copyOf(Objects.requireNonNullElse(doubts, Set.of()));
  }

  private static List<String> limited(List<String> options) {
    if (options.size() > MAX_OPTIONS) {
      throw new IllegalArgumentException("more than " + MAX_OPTIONS + " options");
    }
    return List.copyOf(options);
  }

  public ReportContent(
      String language,
      Instant sentAt,
      Map<Question, List<String>> choices,
      Map<Question, String> texts) {
    this(language, sentAt, choices, texts, Set.of());
  }

  /** A copy with these doubts. */
  public ReportContent withDoubts(Set<Doubt> doubts) {
    return new ReportContent(language, sentAt, choices, texts, doubts);
  }

  /** Whether this option of the question was chosen. */
  public boolean isChosen(Question question, String option) {
    return choices.getOrDefault(question, List.of()).contains(option);
  }

  /** The first chosen option of the question. */
  public Optional<String> choice(Question question) {
    return choices.getOrDefault(question, List.of()).stream().findFirst();
  }

  /** SHA-256 of the answers; independent of the time and the language of sending. */
  public byte[] digest() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(ReportFormat.write(List.of(new TreeMap<>(choices), new TreeMap<>(texts))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime does not support SHA-256", e);
    }
  }

  /** Omits the content, because the result may be logged. */
  @Override
  public String toString() {
    return "ReportContent";
  }
}
