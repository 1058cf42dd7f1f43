package nl.uitweg.site.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.uitweg.content.Content;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.region.MunicipalityFinder;
import nl.uitweg.region.Region;
import nl.uitweg.report.content.Question;
import nl.uitweg.testsupport.LargeRegion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MunicipalityQuestionTest {

  private static final Languages DUTCH = new Languages(List.of(Language.DUTCH));
  private static final Content CONTENT = Content.read(Path.of("content"), DUTCH);
  private static final FormState WHERE = FormState.start("seed", Instant.EPOCH).at(Step.WHERE);

  @TempDir Path folder;
  private MunicipalityQuestion question;
  private AnswerBinder binder;

  @BeforeEach
  void readThirty() throws IOException {
    read(30);
  }

  private void read(int size) throws IOException {
    Region region = LargeRegion.read(folder, size);
    question = new MunicipalityQuestion(region, new MunicipalityFinder(region));
    binder = new AnswerBinder(question, CONTENT, DUTCH);
  }

  @Test
  void listsUpToTwentyMunicipalities() throws IOException {
    read(20);
    assertThat(question.searchable()).isFalse();
    assertThat(question.shownOptions(List.of(), MunicipalitySearch.NONE)).hasSize(22);
    assertThat(bind("", "bentrode", "").search()).isEqualTo(MunicipalitySearch.NONE);
    read(21);
    assertThat(question.searchable()).isTrue();
    assertThat(question.shownOptions(List.of(), MunicipalitySearch.NONE))
        .containsExactly("dont-know", "elsewhere");
  }

  /** Columns: chosen option, typed text, text of which the page showed the result; then outcome. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "'', bentrode, '', zilvervoort, -",
        "heidelo, bentrode, '', zilvervoort, -",
        "dont-know, bentrode, '', zilvervoort, -",
        "heidelo, '', '', heidelo, -",
        "berg, oosterhuizen, oosterhuizen, berg, -",
        "dont-know, nowhere, nowhere, dont-know, -",
        "dont-know, nowhere, '', dont-know, form.error-municipality-none",
        "heidelo, nowhere, '', '', form.error-municipality-none",
        "'', nowhere, nowhere, '', form.error-municipality-none",
        "'', 2116, '', '', form.error-municipality-outside",
        "'', kerkdorp, '', '', form.error-municipality-many",
        "'', oosterhuizen, oosterhuizen, '', form.error-municipality",
        "'', '', '', '', form.error-municipality-search",
        "atlantis, '', '', '', form.error-municipality-search"
      })
  void decides(String chosen, String typed, String searched, String expected, String problem) {
    AnswerBinder.BindingResult result = bind(chosen, typed, searched);
    assertThat(result.state().choices().getOrDefault(Question.MUNICIPALITY, List.of()))
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    assertThat(binder.validate(Step.WHERE, result).get(Question.MUNICIPALITY)).isEqualTo(problem);
  }

  @Test
  void asksWhichOfSeveralWithoutCallingItAProblem() {
    AnswerBinder.BindingResult result = bind("heidelo", "oosterhuizen", "");
    assertThat(result.search().newMatches()).isTrue();
    assertThat(binder.validate(Step.WHERE, result)).isEmpty();
    assertThat(question.shownOptions(List.of(), result.search()))
        .containsExactly("berg", "berg-aan-de-vliet", "dont-know", "elsewhere");
    assertThat(result.state().answered(Question.MUNICIPALITY))
        .as("the municipality that was chosen before is in doubt")
        .isFalse();
  }

  @Test
  void showsMunicipalityThatWasChosenBefore() {
    assertThat(question.shownOptions(List.of("heidelo"), MunicipalitySearch.NONE))
        .containsExactly("heidelo", "dont-know", "elsewhere");
  }

  @Test
  void keepsTypedTextOutOfFormAndReport() throws IOException {
    for (String typed : List.of("bentrode", "oosterhuizen", "kanarieveld")) {
      FormState state = bind("", typed, "").state();
      assertThat(new JsonMapper().writeValueAsString(state)).doesNotContain(typed);
      assertThat(state.content("nl", Instant.EPOCH).texts()).isEmpty();
    }
  }

  @Test
  void cutsLongText() {
    assertThat(bind("", "x".repeat(5_000), "").search().typed()).hasSize(100);
  }

  private AnswerBinder.BindingResult bind(String chosen, String typed, String searched) {
    MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    Map.of(
            "municipality",
            chosen,
            MunicipalityQuestion.SEARCH_FIELD,
            typed,
            MunicipalityQuestion.SEARCHED_FIELD,
            searched)
        .forEach(form::putSingle);
    return binder.bind(WHERE, form);
  }
}
