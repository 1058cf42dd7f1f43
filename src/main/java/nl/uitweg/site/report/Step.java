package nl.uitweg.site.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.report.content.Question;

/**
 * The screens of the form, in order; each has one subject. {@code DANGER} and {@code ELSEWHERE}
 * only inform and have no question; {@code CHECK} shows all answers before they are sent. In the
 * ordinary case there are eight screens for a report about oneself and nine for one about somebody
 * else (ADR 21).
 */
enum Step {
  START(Question.SAFETY, Question.ROLE),
  DANGER,
  FORMS(Question.FORMS),
  INDICATORS(Question.INDICATORS),
  WHERE(Question.MUNICIPALITY, Question.PLACE, Question.ONLINE),
  ELSEWHERE,
  WHAT(Question.WHAT, Question.SINCE, Question.OFTEN),
  PEOPLE(Question.AGE, Question.NUMBER, Question.CHILDREN, Question.SPEAKS, Question.CONTROLLER),
  /** How the reporter knows it; not asked of somebody who reports about themselves. */
  HOW(Question.HOW),
  CONTACT(Question.CONTACT, Question.REPLY_LANGUAGE),
  REACH(Question.NAME, Question.WAY, Question.HOURS, Question.VOICEMAIL),
  CHECK;

  static final String ELSEWHERE_OPTION = "elsewhere";

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Question> questions;

  Step(Question... questions) {
    this.questions = List.of(questions);
  }

  List<Question> questions() {
    return questions;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The screen with this {@link #key}. */
  static Optional<Step> byKey(String key) {
    return Stream.of(values()).filter(step -> step.key().equals(key)).findFirst();
  }

  /** The screen that asks this question. */
  static Step containing(Question question) {
    return Stream.of(values())
        .filter(step -> step.questions.contains(question))
        .findFirst()
        .orElseThrow();
  }

  /** Whether this screen is shown, given the answers so far. */
  boolean applies(FormState state) {
    return switch (this) {
      case DANGER -> state.chosen(Question.SAFETY, "yes");
      case ELSEWHERE -> state.chosen(Question.MUNICIPALITY, ELSEWHERE_OPTION);
      case HOW -> !state.aboutSelf();
      case REACH ->
          state.chosen(Question.CONTACT, "contact") || state.chosen(Question.CONTACT, "share");
      default -> true;
    };
  }

  /** Whether the visitor may skip the remaining optional screens and go to {@link #CONTACT}. */
  boolean mayFinish() {
    return compareTo(WHAT) >= 0 && compareTo(CONTACT) < 0;
  }

  /** Whether this screen counts in "3 of 9"; the screens that only inform do not. */
  private boolean counts() {
    return this != DANGER && this != ELSEWHERE;
  }

  /** The number of this screen among the {@link #count counted} screens, from 1. */
  int position(FormState state) {
    return (int)
        Stream.of(values())
            .filter(step -> step.counts() && step.applies(state) && step.compareTo(this) <= 0)
            .count();
  }

  /** The number of screens up to and including {@link #CHECK}, given the answers so far. */
  static int count(FormState state) {
    return CHECK.position(state);
  }

  /** The next screen that applies; this screen when it is the last. */
  Step next(FormState state) {
    return neighbour(state, 1);
  }

  /** The previous screen that applies; this screen when it is the first. */
  Step previous(FormState state) {
    return neighbour(state, -1);
  }

  private Step neighbour(FormState state, int direction) {
    List<Step> order = List.of(values());
    for (int i = order.indexOf(this) + direction; i >= 0 && i < order.size(); i += direction) {
      if (order.get(i).applies(state)) {
        return order.get(i);
      }
    }
    return this;
  }
}
