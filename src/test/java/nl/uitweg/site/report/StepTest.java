package nl.uitweg.site.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.report.content.Question;
import org.junit.jupiter.api.Test;

class StepTest {

  @Test
  void a_resident_who_stays_unknown_sees_these_screens() {
    FormState state =
        FormState.start("seed", Instant.EPOCH).withChoices(Question.SAFETY, List.of("no"));
    assertThat(walk(state))
        .containsExactly(
            Step.SAFETY,
            Step.ABOUT,
            Step.FORMS,
            Step.INDICATORS,
            Step.WHERE,
            Step.WHAT,
            Step.WHEN,
            Step.HARMED,
            Step.CONTROLLER,
            Step.HOW,
            Step.CONTACT,
            Step.CHECK);
  }

  @Test
  void danger_tells_about_112_before_anything_else() {
    FormState state =
        FormState.start("seed", Instant.EPOCH).withChoices(Question.SAFETY, List.of("yes"));
    assertThat(walk(state)).startsWith(Step.SAFETY, Step.DANGER, Step.ABOUT);
  }

  @Test
  void details_of_contact_are_asked_only_of_those_who_allow_contact() {
    FormState state =
        FormState.start("seed", Instant.EPOCH).withChoices(Question.CONTACT, List.of("contact"));
    assertThat(walk(state)).endsWith(Step.CONTACT, Step.REACH, Step.CHECK);
  }

  @Test
  void going_back_retraces_the_same_screens() {
    FormState state =
        FormState.start("seed", Instant.EPOCH).withChoices(Question.SAFETY, List.of("yes"));
    assertThat(Step.ABOUT.previous(state)).isEqualTo(Step.DANGER);
    assertThat(Step.CHECK.previous(state)).isEqualTo(Step.CONTACT);
    assertThat(Step.SAFETY.previous(state)).isEqualTo(Step.SAFETY);
  }

  @Test
  void details_typed_before_choosing_to_stay_unknown_are_not_sent() {
    FormState state =
        FormState.start("seed", Instant.EPOCH)
            .withText(Question.NAME, "Sam")
            .withText(Question.WAY, "06")
            .withText(Question.WHAT, "x")
            .withChoices(Question.CONTACT, List.of("unknown"));
    assertThat(state.content("nl", Instant.EPOCH).texts()).containsOnlyKeys(Question.WHAT);
  }

  @Test
  void every_question_is_asked_on_exactly_one_screen() {
    for (Question question : Question.values()) {
      assertThat(Step.values()).filteredOn(s -> s.questions().contains(question)).hasSize(1);
    }
  }

  private static List<Step> walk(FormState state) {
    List<Step> seen = new ArrayList<>(List.of(Step.SAFETY));
    Step step = Step.SAFETY;
    while (step.next(state) != step) {
      step = step.next(state);
      seen.add(step);
    }
    return seen;
  }
}
