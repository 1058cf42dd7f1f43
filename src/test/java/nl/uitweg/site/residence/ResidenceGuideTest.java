package nl.uitweg.site.residence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.uitweg.platform.file.InvalidContentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The residence guide: what it asks and tells, and how it refuses a file with mistakes. */
class ResidenceGuideTest {

  private static final ResidenceGuide GUIDE = ResidenceGuide.read(Path.of("content"));

  @TempDir Path folder;

  @Test
  void asksAtMostEightQuestions() {
    assertThat(GUIDE.questions()).hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void coversMainTopicsForEveryCombination() {
    List<Map<String, String>> combinations = Combinations.of(GUIDE);
    assertThat(combinations).hasSizeGreaterThan(300);
    for (Map<String, String> answers : combinations) {
      Set<ResidenceGuide.Topic> topics =
          GUIDE.statementsFor(answers).stream()
              .map(ResidenceGuide.Statement::topic)
              .collect(Collectors.toSet());
      assertThat(topics)
          .as(answers.toString())
          .contains(
              ResidenceGuide.Topic.NEXT,
              ResidenceGuide.Topic.STAY,
              ResidenceGuide.Topic.SHELTER,
              ResidenceGuide.Topic.MONEY,
              ResidenceGuide.Topic.HEALTH,
              ResidenceGuide.Topic.LAWYER,
              ResidenceGuide.Topic.ASK);
    }
  }

  @Test
  void answersEveryCombinationInThreeSentences() {
    for (Map<String, String> answers : Combinations.of(GUIDE)) {
      assertThat(GUIDE.statementsFor(answers))
          .as(answers.toString())
          .extracting(ResidenceGuide.Statement::topic)
          .filteredOn(ResidenceGuide.Topic::isAnswer)
          .containsExactly(
              ResidenceGuide.Topic.ANSWER_STAY,
              ResidenceGuide.Topic.ANSWER_SHELTER,
              ResidenceGuide.Topic.ANSWER_NEXT);
    }
  }

  @Test
  void reachesEveryStatementWithSourcedRules() {
    Set<String> reached = new HashSet<>();
    Combinations.of(GUIDE)
        .forEach(
            answers ->
                GUIDE.statementsFor(answers).forEach(statement -> reached.add(statement.id())));
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
  void selectsStatementsByAnswers() {
    assertThat(statementIds(Map.of("nationality", "other", "dublin", "yes", "papers", "asylum")))
        .contains("stay-reflection-dublin")
        .doesNotContain("stay-reflection");
    assertThat(statementIds(Map.of("nationality", "other", "papers", "none")))
        .contains("stay-reflection", "next-no-papers")
        .doesNotContain("stay-reflection-lawful");
    assertThat(statementIds(Map.of("nationality", "eu")))
        .contains("stay-eu", "money-eu")
        .doesNotContain("stay-reflection", "stay-permit");
    assertThat(statementIds(Map.of("nationality", "other", "cooperate", "cannot", "threat", "yes")))
        .contains("stay-cannot")
        .doesNotContain("stay-permit", "stay-no");
    assertThat(
            statementIds(
                Map.of("nationality", "other", "cooperate", "no", "threat", "no", "age", "minor")))
        .contains("stay-cannot-minor")
        .doesNotContain("stay-no");
    assertThat(statementIds(Map.of("nationality", "other", "case", "running", "years", "yes")))
        .contains("stay-three-years", "work-permit");
    assertThat(statementIds(Map.of("nationality", "other", "case", "stopped")))
        .contains("stay-stopped", "stay-after-could-not")
        .doesNotContain("stay-permit", "stay-reflection");
  }

  @Test
  void selectsStatementsForLawfulResidents() {
    for (String papers : List.of("permit", "protection")) {
      assertThat(statementIds(Map.of("nationality", "other", "age", "adult", "papers", papers)))
          .contains("shelter-lawful", "stay-permit-lawful")
          .doesNotContain("shelter-cosm", "money-reflection", "health-reflection");
    }
    assertThat(statementIds(Map.of("nationality", "other", "papers", "permit")))
        .contains("work-lawful", "money-lawful");
    assertThat(statementIds(Map.of("nationality", "other", "papers", "protection")))
        .contains("stay-protection", "money-protection", "work-protection", "health-protection");
    assertThat(statementIds(Map.of("nationality", "eu")))
        .contains("work-eu", "shelter-registration");
  }

  @Test
  void mentionsFreeLawyerAndCourtRightsAlways() {
    Combinations.of(GUIDE)
        .forEach(
            answers -> assertThat(statementIds(answers)).contains("lawyer-free", "lawyer-court"));
  }

  @Test
  void ignoresAnswersToQuestionsNotAsked() {
    assertThat(statementIds(Map.of("nationality", "nl", "papers", "none", "case", "stopped")))
        .isEqualTo(statementIds(Map.of("nationality", "nl")));
  }

  @Test
  void marksUncertainRules() {
    assertThat(GUIDE.rule("reflection-lawful").uncertain()).contains(true);
    assertThat(GUIDE.rule("reflection-dublin").uncertain()).contains(true);
    assertThat(GUIDE.rule("permit-dublin").uncertain()).contains(true);
    assertThat(GUIDE.rule("eu").uncertain()).contains(true);
    assertThat(GUIDE.rule("after-care").uncertain()).contains(true);
    assertThat(GUIDE.rule("asylum").uncertain()).contains(true);
    assertThat(GUIDE.rule("protection").uncertain()).contains(true);
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
        "id: stay-eu; id: stay-dutch; is listed twice",
        "confidence: A; confidence: U; residence.yaml:",
        "law: ; lawn: ; lawn"
      })
  void rejectsInvalidGuideWithReason(String from, String to, String reason) throws IOException {
    String guide = Files.readString(Path.of("content/residence.yaml"));
    assertThat(guide).contains(from);
    Files.writeString(
        folder.resolve("residence.yaml"), guide.replaceFirst(Pattern.quote(from), to));
    assertThatThrownBy(() -> ResidenceGuide.read(folder))
        .isInstanceOf(InvalidContentException.class)
        .hasMessageContaining("content/residence.yaml")
        .hasMessageContaining(reason);
  }

  private static List<String> statementIds(Map<String, String> answers) {
    return GUIDE.statementsFor(answers).stream().map(ResidenceGuide.Statement::id).toList();
  }
}
