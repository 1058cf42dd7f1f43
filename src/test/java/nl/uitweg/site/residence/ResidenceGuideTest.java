package nl.uitweg.site.residence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.uitweg.content.file.InvalidContentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidenceGuideTest {

  private static final ResidenceGuide GUIDE = ResidenceGuide.read(Path.of("content"));

  @TempDir Path folder;

  @Test
  void asks_at_most_eight_questions() {
    assertThat(GUIDE.questions()).hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void every_combination_ends_in_a_next_step_and_in_something_about_staying_and_a_lawyer() {
    List<Map<String, String>> all = combinations();
    assertThat(all).hasSizeGreaterThan(300);
    for (Map<String, String> answers : all) {
      Set<ResidenceGuide.About> about =
          GUIDE.outcome(answers).stream()
              .map(ResidenceGuide.Statement::subject)
              .collect(Collectors.toSet());
      assertThat(about)
          .as(answers.toString())
          .contains(
              ResidenceGuide.About.NEXT,
              ResidenceGuide.About.STAY,
              ResidenceGuide.About.SHELTER,
              ResidenceGuide.About.MONEY,
              ResidenceGuide.About.LAWYER,
              ResidenceGuide.About.ASK);
    }
  }

  @Test
  void every_statement_is_reached_and_cites_a_rule_with_a_source_and_a_date() {
    Set<String> reached = new HashSet<>();
    combinations()
        .forEach(answers -> GUIDE.outcome(answers).forEach(said -> reached.add(said.id())));
    assertThat(GUIDE.statements())
        .extracting(ResidenceGuide.Statement::id)
        .containsOnlyOnceElementsOf(reached);
    assertThat(reached).hasSameSizeAs(GUIDE.statements());
    for (ResidenceGuide.Statement statement : GUIDE.statements()) {
      assertThat(statement.rules()).as(statement.id()).isNotEmpty();
      statement.rules().forEach(rule -> assertThat(GUIDE.rule(rule).sources()).isNotEmpty());
    }
  }

  @Test
  void what_the_law_distinguishes_is_kept_apart() {
    assertThat(said(Map.of("nationality", "other", "dublin", "yes", "papers", "asylum")))
        .contains("stay-reflection-dublin")
        .doesNotContain("stay-reflection");
    assertThat(said(Map.of("nationality", "other", "papers", "none")))
        .contains("stay-reflection", "next-no-papers")
        .doesNotContain("stay-reflection-lawful");
    assertThat(said(Map.of("nationality", "eu")))
        .contains("stay-eu", "money-eu")
        .doesNotContain("stay-reflection", "stay-permit");
    assertThat(said(Map.of("nationality", "other", "cooperate", "cannot", "threat", "yes")))
        .contains("stay-cannot")
        .doesNotContain("stay-permit", "stay-no");
    assertThat(
            said(Map.of("nationality", "other", "cooperate", "no", "threat", "no", "age", "minor")))
        .contains("stay-cannot-minor")
        .doesNotContain("stay-no");
    assertThat(said(Map.of("nationality", "other", "case", "running", "years", "yes")))
        .contains("stay-three-years", "work-permit");
    assertThat(said(Map.of("nationality", "other", "case", "stopped")))
        .contains("stay-stopped", "stay-after-could-not")
        .doesNotContain("stay-permit", "stay-reflection");
  }

  @Test
  void aPersonWithAPermitIsNotToldTheRulesForPeopleWithoutOne() {
    for (String papers : List.of("permit", "protection")) {
      assertThat(said(Map.of("nationality", "other", "age", "adult", "papers", papers)))
          .contains("shelter-lawful", "money-lawful")
          .doesNotContain("shelter-cosm", "money-reflection", "health-reflection");
    }
    assertThat(said(Map.of("nationality", "other", "papers", "permit"))).contains("work-lawful");
    assertThat(said(Map.of("nationality", "other", "papers", "protection")))
        .contains("stay-protection", "work-protection", "health-protection");
    assertThat(said(Map.of("nationality", "eu"))).contains("work-eu", "shelter-registration");
  }

  @Test
  void everyoneReadsOfTheFreeLawyerAndOfTheRightsInCourt() {
    combinations()
        .forEach(answers -> assertThat(said(answers)).contains("lawyer-free", "lawyer-court"));
  }

  @Test
  void an_answer_to_a_question_that_was_not_asked_counts_for_nothing() {
    assertThat(said(Map.of("nationality", "nl", "papers", "none", "case", "stopped")))
        .isEqualTo(said(Map.of("nationality", "nl")));
  }

  @Test
  void nothing_uncertain_is_said_without_saying_so() {
    assertThat(GUIDE.rule("reflection-dublin").uncertain()).isPresent();
    assertThat(GUIDE.rule("permit-dublin").uncertain()).isPresent();
    assertThat(GUIDE.rule("eu").uncertain()).isPresent();
    assertThat(GUIDE.rule("after-care").uncertain()).isPresent();
    assertThat(GUIDE.rule("protection").uncertain()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rules: [reflection]; rules: []; cites no rule",
        "rules: [reflection]; rules: [nowhere]; 'nowhere'",
        "case: [running]; kase: [running]; 'kase'",
        "case: [stopped]; case: [broken]; 'broken'",
        "about: shelter; about: castle; 'castle'",
        "id: stay-eu; id: stay-dutch; stands here twice",
        "confidence: A; confidence: U; residence.yaml:",
        "law: ; lawn: ; lawn"
      })
  void a_broken_guide_is_refused_and_the_place_named(String from, String to, String reason)
      throws IOException {
    String whole = Files.readString(Path.of("content/residence.yaml"));
    assertThat(whole).contains(from);
    Files.writeString(
        folder.resolve("residence.yaml"),
        whole.replaceFirst(java.util.regex.Pattern.quote(from), to));
    assertThatThrownBy(() -> ResidenceGuide.read(folder))
        .isInstanceOf(InvalidContentException.class)
        .hasMessageContaining("content/residence.yaml")
        .hasMessageContaining(reason);
  }

  private static List<String> said(Map<String, String> answers) {
    return GUIDE.outcome(answers).stream().map(ResidenceGuide.Statement::id).toList();
  }

  /** All ways through the questions, "unknown" among the answers. */
  private static List<Map<String, String>> combinations() {
    List<Map<String, String>> done = new ArrayList<>();
    List<Map<String, String>> open = new ArrayList<>(List.of(Map.of()));
    while (!open.isEmpty()) {
      Map<String, String> answers = open.remove(open.size() - 1);
      List<ResidenceGuide.Question> left =
          GUIDE.asked(answers).stream().filter(q -> !answers.containsKey(q.id())).toList();
      if (left.isEmpty()) {
        done.add(answers);
        continue;
      }
      List<String> options = new ArrayList<>(left.get(0).options());
      options.add(ResidenceGuide.UNKNOWN);
      for (String option : options) {
        Map<String, String> more = new HashMap<>(answers);
        more.put(left.get(0).id(), option);
        open.add(more);
      }
    }
    return done;
  }
}
