package nl.uitweg.site.residence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real residence guide contradicts itself for no combination of answers. */
class ResidenceContradictionsTest {

  private static final ResidenceGuide GUIDE = ResidenceGuide.read(Path.of("content"));
  private static final List<Map<String, String>> COMBINATIONS = Combinations.of(GUIDE);

  private static final List<String> OPEN_CASE = List.of("none", "running", ResidenceGuide.UNKNOWN);
  private static final List<String> NO_PERMIT = List.of("visa", "none", ResidenceGuide.UNKNOWN);

  /** Statements about the permit for victims to people who have no permit yet. */
  private static final List<String> ORDINARY_PERMIT =
      List.of("stay-permit", "stay-cannot", "stay-cannot-minor", "stay-cannot-other", "stay-no");

  @Test
  void promisesNoStayToWhomDetailsPromiseNoPermit() {
    int refused = 0;
    for (Map<String, String> answers : COMBINATIONS) {
      if (statementIds(answers).contains("stay-no")) {
        refused++;
        assertThat(statementIds(answers))
            .as(answers.toString())
            .containsAnyOf("answer-stay-no", "answer-stay-running-no");
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void neverTellsPeopleWithTemporaryProtectionThatTheirPermitStops() {
    forEach(
        Map.of("papers", List.of("protection")),
        statements ->
            statements
                .contains("answer-stay-protection", "stay-protection", "health-protection")
                .doesNotContainAnyElementsOf(ORDINARY_PERMIT)
                .doesNotContain("money-lawful", "money-permit", "health-permit", "work-permit"));
  }

  @Test
  void tellsInDublinCaseOnlyWhatHoldsThere() {
    forEach(
        Map.of("dublin", List.of("yes")),
        statements ->
            statements
                .doesNotContainAnyElementsOf(ORDINARY_PERMIT)
                .doesNotContain(
                    "stay-reflection",
                    "stay-reflection-lawful",
                    "answer-stay-new",
                    "answer-stay-running",
                    "answer-stay-running-no",
                    "answer-stay-no"));
    forEach(
        Map.of("dublin", List.of("yes"), "case", OPEN_CASE),
        statements -> statements.contains("answer-stay-dublin", "stay-permit-dublin"));
  }

  @Test
  void tellsEverybodyWithoutPapersAboutCare() {
    forEach(Map.of("papers", NO_PERMIT), statements -> statements.contains("health-none"));
  }

  @Test
  void offersMinorsNothingThatIsOnlyForAdults() {
    forEach(
        Map.of("age", List.of("minor")),
        statements ->
            statements.doesNotContain(
                "money-regular",
                "money-lawful",
                "money-permit",
                "money-reflection",
                "health-lawful",
                "health-permit",
                "shelter-cosm"));
    forEach(
        Map.of("age", List.of("minor"), "nationality", List.of("other")),
        statements -> statements.contains("money-minor", "health-minor"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"permit", "protection"})
  void sendsHoldersOfPermitToLawyerForPermitOfVictims(String papers) {
    forEach(
        Map.of("papers", List.of(papers), "case", OPEN_CASE),
        statements ->
            statements.contains("stay-permit-lawful").doesNotContainAnyElementsOf(ORDINARY_PERMIT));
  }

  @Test
  void tellsHoldersOfPermitFirstThatTheyMayBeHere() {
    forEach(
        Map.of("papers", List.of("permit"), "case", List.of("none")),
        statements -> statements.contains("answer-stay-permit"));
  }

  @Test
  void givesVisaNoRightsOfResidencePermit() {
    forEach(
        Map.of("papers", List.of("visa")),
        statements ->
            statements.doesNotContain(
                "answer-stay-permit",
                "answer-shelter-municipality",
                "shelter-lawful",
                "money-lawful",
                "health-lawful",
                "work-lawful"));
  }

  @Test
  void sendsAdultsInAsylumProcedureToTheirReception() {
    forEach(
        Map.of("papers", List.of("asylum"), "age", List.of("adult")),
        statements -> statements.contains("answer-shelter-asylum"));
    forEach(
        Map.of("papers", List.of("asylum")),
        statements -> statements.doesNotContain("stay-after-asylum"));
  }

  @Test
  void saysForWhomItIsWhenNationalityIsUnknown() {
    forEach(
        Map.of("nationality", List.of(ResidenceGuide.UNKNOWN)),
        statements -> statements.contains("stay-unknown"));
  }

  /** Checks the statements for every combination with one of these answers to each question. */
  private static void forEach(Map<String, List<String>> given, Consumer<ListAssert<String>> check) {
    List<Map<String, String>> selected =
        COMBINATIONS.stream()
            .filter(
                answers ->
                    given.entrySet().stream()
                        .allMatch(
                            entry ->
                                answers.containsKey(entry.getKey())
                                    && entry.getValue().contains(answers.get(entry.getKey()))))
            .toList();
    assertThat(selected).isNotEmpty();
    selected.forEach(
        answers -> check.accept(assertThat(statementIds(answers)).as(answers.toString())));
  }

  private static List<String> statementIds(Map<String, String> answers) {
    return GUIDE.statementsFor(answers).stream().map(ResidenceGuide.Statement::id).toList();
  }
}
