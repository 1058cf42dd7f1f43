package nl.uitweg.site.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.report.content.Question;
import org.junit.jupiter.api.Test;

class StepTest {

  @Test
  void walksScreensOfAnonymousReporter() {
    FormState state =
        FormState.start("seed", Instant.EPOCH).withChoices(Question.SAFETY, List.of("no"));
    assertThat(visitedScreens(state))
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
  void showsDangerScreenBeforeOtherQuestions() {
    FormState state =
        FormState.start("seed", Instant.EPOCH).withChoices(Question.SAFETY, List.of("yes"));
    assertThat(visitedScreens(state)).startsWith(Step.SAFETY, Step.DANGER, Step.ABOUT);
  }

  @Test
  void asksForContactDetailsOnlyOfReporterWhoMayBeContacted() {
    FormState form = FormState.start("seed", Instant.EPOCH);
    for (String choice : List.of("contact", "share")) {
      assertThat(visitedScreens(form.withChoices(Question.CONTACT, List.of(choice))))
          .as(choice)
          .endsWith(Step.CONTACT, Step.REACH, Step.CHECK);
    }
    assertThat(visitedScreens(form.withChoices(Question.CONTACT, List.of("unknown"))))
        .endsWith(Step.CONTACT, Step.CHECK)
        .doesNotContain(Step.REACH);
    assertThat(visitedScreens(form.withChoices(Question.CONTACT, List.of())))
        .doesNotContain(Step.REACH);
  }

  @Test
  void goesBackThroughSameScreens() {
    FormState state =
        FormState.start("seed", Instant.EPOCH).withChoices(Question.SAFETY, List.of("yes"));
    assertThat(Step.ABOUT.previous(state)).isEqualTo(Step.DANGER);
    assertThat(Step.CHECK.previous(state)).isEqualTo(Step.CONTACT);
    assertThat(Step.SAFETY.previous(state)).isEqualTo(Step.SAFETY);
  }

  @Test
  void omitsContactDetailsOfAnonymousReporter() {
    FormState state =
        FormState.start("seed", Instant.EPOCH)
            .withText(Question.NAME, "Sam")
            .withText(Question.WAY, "06")
            .withText(Question.WHAT, "x")
            .withChoices(Question.CONTACT, List.of("unknown"));
    assertThat(state.content(Instant.EPOCH).texts()).containsOnlyKeys(Question.WHAT);
  }

  @Test
  void asksEveryQuestionOnExactlyOneScreen() {
    for (Question question : Question.values()) {
      assertThat(Step.values()).filteredOn(s -> s.questions().contains(question)).hasSize(1);
    }
  }

  private static List<Step> visitedScreens(FormState state) {
    List<Step> visited = new ArrayList<>(List.of(Step.SAFETY));
    Step step = Step.SAFETY;
    while (step.next(state) != step) {
      step = step.next(state);
      visited.add(step);
    }
    return visited;
  }
}
