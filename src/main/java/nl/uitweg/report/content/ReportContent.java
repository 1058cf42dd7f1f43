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
import java.util.TreeMap;

/**
 * What a reporter told us, in the clear: exists in memory while it is sent or read, and sealed
 * everywhere else.
 *
 * @param language code of the language the form was filled in
 * @param sentAt moment of sending; sealed too, only the day is stored in plain
 * @param choices question → chosen option keys
 * @param texts question → text as typed
 * @param doubts what makes us doubt that a person sent it; sealed too, for the officer's eye only
 */
public record ReportContent(
    String language,
    Instant sentAt,
    Map<Question, List<String>> choices,
    Map<Question, String> texts,
    List<String> doubts) {

  /** The hidden field that people do not see was filled in. */
  public static final String TRAPPED = "trapped";

  /** Sent faster than a person reads. */
  public static final String HURRIED = "hurried";

  /**
   * @throws NullPointerException when something is missing: sealed by somebody else than this
   *     application
   * @throws IllegalArgumentException when it was sent at no possible moment
   */
  public ReportContent {
    Objects.requireNonNull(language);
    ReportFormat.checked(sentAt);
    Map<Question, List<String>> chosen = new EnumMap<>(Question.class);
    choices.forEach((question, options) -> chosen.put(question, List.copyOf(options)));
    choices = Collections.unmodifiableMap(chosen);
    texts = Map.copyOf(texts);
    // a report from before there were doubts has none
    doubts = List.copyOf(Objects.requireNonNullElse(doubts, List.of()));
  }

  public ReportContent(
      String language,
      Instant sentAt,
      Map<Question, List<String>> choices,
      Map<Question, String> texts) {
    this(language, sentAt, choices, texts, List.of());
  }

  /** The same report, with what makes us doubt that a person sent it. */
  public ReportContent doubted(List<String> why) {
    return new ReportContent(language, sentAt, choices, texts, why);
  }

  public boolean chosen(Question question, String option) {
    return choices.getOrDefault(question, List.of()).contains(option);
  }

  public Optional<String> choice(Question question) {
    return choices.getOrDefault(question, List.of()).stream().findFirst();
  }

  /** SHA-256 of the answers, whenever and in whatever language they were sent. */
  public byte[] digest() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(ReportFormat.write(List.of(new TreeMap<>(choices), new TreeMap<>(texts))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Never the content: this may end in a log. */
  @Override
  public String toString() {
    return "ReportContent";
  }
}
