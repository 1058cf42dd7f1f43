package nl.uitweg.signal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a reporter told us, in the clear: exists in memory while it is sent or read, and sealed
 * everywhere else.
 *
 * @param language code of the language the form was filled in
 * @param sentAt moment of sending; sealed too, only the day is stored in plain
 * @param choices question → chosen option keys
 * @param texts question → text as typed
 */
public record Report(
    String language,
    Instant sentAt,
    Map<Question, List<String>> choices,
    Map<Question, String> texts) {

  public Report {
    choices = Map.copyOf(choices);
    texts = Map.copyOf(texts);
  }

  public boolean chosen(Question question, String option) {
    return choices.getOrDefault(question, List.of()).contains(option);
  }

  public Optional<String> choice(Question question) {
    return choices.getOrDefault(question, List.of()).stream().findFirst();
  }

  /** Never the content: this may end in a log. */
  @Override
  public String toString() {
    return "Report";
  }
}
