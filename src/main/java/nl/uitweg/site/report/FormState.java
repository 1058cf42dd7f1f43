package nl.uitweg.site.report;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.report.content.ExploitationForm;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;

/**
 * The answers given so far. It is stored as a sealed token in the page ({@link FormTokens}), never
 * on the server.
 *
 * @param seed random; the id and the code of the report are derived from it, so that a repeated
 *     submission is stored once
 * @param begun when the form was opened, in seconds since the Unix epoch
 * @param language code of the language in which "check your answers" was last shown, which is the
 *     language of the report; empty before that screen
 * @param step the current screen
 * @param changing whether the visitor came from "check your answers" and returns there
 * @param choices keys of the chosen options, by question
 * @param texts texts by question; an empty text is absent
 */
record FormState(
    String seed,
    long begun,
    String language,
    Step step,
    boolean changing,
    Map<Question, List<String>> choices,
    Map<Question, String> texts) {

  FormState {
    // null in tokens of a version from before the language was kept
    language = Objects.requireNonNullElse(language, "");
    choices = Map.copyOf(choices);
    texts = Map.copyOf(texts);
  }

  /** A new form; the contact choice is preset to "I want to stay anonymous". */
  static FormState start(String seed, Instant begun) {
    return new FormState(
        seed,
        begun.getEpochSecond(),
        "",
        Step.START,
        false,
        Map.of(Question.CONTACT, List.of("unknown")),
        Map.of());
  }

  boolean chosen(Question question, String option) {
    return choices.getOrDefault(question, List.of()).contains(option);
  }

  /** Whether the reporter reports about themselves, and is addressed as the person concerned. */
  boolean aboutSelf() {
    return chosen(Question.ROLE, "self");
  }

  /** Whether the screen that asks this question is shown, given the answers so far. */
  boolean asked(Question question) {
    return Step.containing(question).applies(this);
  }

  boolean answered(Question question) {
    return question.isChoice()
        ? !choices.getOrDefault(question, List.of()).isEmpty()
        : texts.containsKey(question);
  }

  FormState at(Step next) {
    return new FormState(seed, begun, language, next, changing, choices, texts);
  }

  /** The same form, whose report is in this language. */
  FormState in(Language newLanguage) {
    return new FormState(seed, begun, newLanguage.code(), step, changing, choices, texts);
  }

  FormState withChanging(boolean newChanging) {
    return new FormState(seed, begun, language, step, newChanging, choices, texts);
  }

  /**
   * Sets the chosen options. Options that give no information, such as "prefer not to say" ({@link
   * Question#NON_ANSWERS}), are dropped when an informative option was chosen too.
   */
  FormState withChoices(Question question, List<String> options) {
    List<String> informative =
        options.stream().filter(option -> !Question.NON_ANSWERS.contains(option)).toList();
    Map<Question, List<String>> changed = new EnumMap<>(Question.class);
    changed.putAll(choices);
    changed.put(question, informative.isEmpty() ? List.copyOf(options) : informative);
    return new FormState(seed, begun, language, step, changing, changed, texts);
  }

  FormState withText(Question question, String text) {
    Map<Question, String> changed = new HashMap<>(texts);
    if (text.isEmpty()) {
      changed.remove(question);
    } else {
      changed.put(question, text);
    }
    return new FormState(seed, begun, language, step, changing, choices, changed);
  }

  Duration age(Instant now) {
    return Duration.between(Instant.ofEpochSecond(begun), now);
  }

  /**
   * Whether the form cannot be sent without an answer to this question. What happens need not be
   * written by somebody who ticked a form of exploitation or an indicator; a reporter who may be
   * contacted must say how.
   */
  boolean requires(Question question) {
    return switch (question) {
      case MUNICIPALITY, CONTACT -> true;
      case WHAT -> !informative(Question.FORMS) && !informative(Question.INDICATORS);
      case WAY -> asked(question);
      default -> false;
    };
  }

  private boolean informative(Question question) {
    return choices.getOrDefault(question, List.of()).stream()
        .anyMatch(
            option ->
                !Question.NON_ANSWERS.contains(option) && !option.equals(ExploitationForm.UNSURE));
  }

  /** The report to store, without answers to questions that are no longer {@link #asked}. */
  ReportContent content(Instant now) {
    Map<Question, List<String>> sentChoices = new EnumMap<>(Question.class);
    sentChoices.putAll(choices);
    Map<Question, String> sentTexts = new HashMap<>(texts);
    sentChoices.keySet().removeIf(question -> !asked(question));
    sentTexts.keySet().removeIf(question -> !asked(question));
    return new ReportContent(language, now, sentChoices, sentTexts);
  }

  @Override
  public String toString() {
    return "FormState at " + step;
  }
}
