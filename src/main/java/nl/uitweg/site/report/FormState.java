package nl.uitweg.site.report;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;

/**
 * The form as far as it is filled in. Travels sealed in the page ({@link FormTokens}); no server
 * keeps it.
 *
 * @param seed random; id and code of the report follow from it, so that sending twice is sending
 *     once
 * @param begun seconds since 1970 when the form was opened
 * @param step the screen that was shown
 * @param changing true when the visitor came from "check your answers" and goes back there
 */
record FormState(
    String seed,
    long begun,
    Step step,
    boolean changing,
    Map<Question, List<String>> choices,
    Map<Question, String> texts) {

  FormState {
    choices = Map.copyOf(choices);
    texts = Map.copyOf(texts);
  }

  /** A new form; the contact choice is preset to "I stay unknown". */
  static FormState start(String seed, Instant begun) {
    return new FormState(
        seed,
        begun.getEpochSecond(),
        Step.SAFETY,
        false,
        Map.of(Question.CONTACT, List.of("unknown")),
        Map.of());
  }

  boolean chosen(Question question, String option) {
    return choices.getOrDefault(question, List.of()).contains(option);
  }

  boolean answered(Question question) {
    return question.isChoice()
        ? !choices.getOrDefault(question, List.of()).isEmpty()
        : texts.containsKey(question);
  }

  FormState at(Step next) {
    return new FormState(seed, begun, next, changing, choices, texts);
  }

  FormState changing(boolean now) {
    return new FormState(seed, begun, step, now, choices, texts);
  }

  /** An option that says nothing falls away beside one that does: what was ticked counts. */
  FormState withChoices(Question question, List<String> options) {
    List<String> saying =
        options.stream().filter(option -> !Question.NON_ANSWERS.contains(option)).toList();
    Map<Question, List<String>> changed = new EnumMap<>(Question.class);
    changed.putAll(choices);
    changed.put(question, saying.isEmpty() ? List.copyOf(options) : saying);
    return new FormState(seed, begun, step, changing, changed, texts);
  }

  FormState withText(Question question, String text) {
    Map<Question, String> changed = new HashMap<>(texts);
    if (text.isEmpty()) {
      changed.remove(question);
    } else {
      changed.put(question, text);
    }
    return new FormState(seed, begun, step, changing, choices, changed);
  }

  Duration age(Instant now) {
    return Duration.between(Instant.ofEpochSecond(begun), now);
  }

  /** What is sent: without details of contact when the reporter stays unknown. */
  ReportContent content(String language, Instant now) {
    Map<Question, List<String>> sent = new EnumMap<>(Question.class);
    sent.putAll(choices);
    Map<Question, String> words = new HashMap<>(texts);
    if (!chosen(Question.CONTACT, "contact") && !chosen(Question.CONTACT, "share")) {
      Step.REACH.questions().forEach(sent::remove);
      Step.REACH.questions().forEach(words::remove);
    }
    return new ReportContent(language, now, sent, words);
  }

  @Override
  public String toString() {
    return "FormState at " + step;
  }
}
