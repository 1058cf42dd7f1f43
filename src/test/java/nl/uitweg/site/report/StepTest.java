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
            Step.START,
            Step.FORMS,
            Step.INDICATORS,
            Step.WHERE,
            Step.WHAT,
            Step.PEOPLE,
            Step.HOW,
            Step.CONTACT,
            Step.CHECK);
  }

  @Test
  void hasEightScreensForReportAboutOneselfAndNineForOthers() {
    FormState form =
        FormState.start("seed", Instant.EPOCH).withChoices(Question.SAFETY, List.of("yes"));
    FormState aboutSelf = form.withChoices(Question.ROLE, List.of("self"));
    assertThat(Step.count(aboutSelf)).isEqualTo(8);
    assertThat(visitedScreens(aboutSelf)).doesNotContain(Step.HOW);
    assertThat(Step.count(form.withChoices(Question.ROLE, List.of("neighbour")))).isEqualTo(9);
    assertThat(Step.count(aboutSelf.withChoices(Question.CONTACT, List.of("contact"))))
        .isEqualTo(9);
  }

  @Test
  void showsDangerScreenBeforeOtherQuestions() {
    FormState state =
        FormState.start("seed", Instant.EPOCH).withChoices(Question.SAFETY, List.of("yes"));
    assertThat(visitedScreens(state)).startsWith(Step.START, Step.DANGER, Step.FORMS);
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
    assertThat(Step.FORMS.previous(state)).isEqualTo(Step.DANGER);
    assertThat(Step.CHECK.previous(state)).isEqualTo(Step.CONTACT);
    assertThat(Step.START.previous(state)).isEqualTo(Step.START);
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
  void omitsAnswersToQuestionsThatAreNoLongerAsked() {
    FormState state =
        FormState.start("seed", Instant.EPOCH)
            .withChoices(Question.HOW, List.of("saw"))
            .withChoices(Question.ROLE, List.of("self"));
    assertThat(state.content(Instant.EPOCH).choices()).doesNotContainKey(Question.HOW);
  }

  @Test
  void asksEveryQuestionOnExactlyOneScreen() {
    for (Question question : Question.values()) {
      assertThat(Step.values()).filteredOn(s -> s.questions().contains(question)).hasSize(1);
    }
  }

  private static List<Step> visitedScreens(FormState state) {
    List<Step> visited = new ArrayList<>(List.of(Step.START));
    Step step = Step.START;
    while (step.next(state) != step) {
      step = step.next(state);
      visited.add(step);
    }
    return visited;
  }
}
