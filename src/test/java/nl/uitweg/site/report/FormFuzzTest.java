package nl.uitweg.site.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import nl.uitweg.content.Content;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.region.MunicipalityFinder;
import nl.uitweg.region.Region;
import nl.uitweg.report.content.Question;
import nl.uitweg.testsupport.FuzzText;

/** Fuzz tests of what visitors type into the form. */
class FormFuzzTest {

  private static final Region REGION = Region.read(Path.of("content/region"));
  private static final Languages LANGUAGES = Languages.read(Path.of("i18n"));
  private static final AnswerBinder BINDER =
      new AnswerBinder(
          new MunicipalityQuestion(REGION, new MunicipalityFinder(REGION)),
          Content.read(Path.of("content"), Path.of("content/region"), LANGUAGES),
          LANGUAGES);

  @FuzzTest
  void textIsCleaned(byte[] input) {
    String clean = InputCleaner.clean(FuzzText.of(input));
    assertThat(clean).doesNotContainPattern("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");
    assertThat(InputCleaner.clean(clean)).isEqualTo(clean);
    for (int length = 1; length <= Math.min(clean.length(), 3); length++) {
      String cut = InputCleaner.clean(clean, length);
      assertThat(clean).startsWith(cut);
      assertThat(cut).hasSizeLessThanOrEqualTo(length).doesNotContainPattern("\\p{Cs}");
    }
  }

  /** Fields bound on every screen, as a form sends them. */
  @FuzzTest
  void answersAreOfferedOrRefused(byte[] input) {
    MultivaluedMap<String, String> fields = FuzzText.fields(input);
    FormState state = FormState.start("", Instant.EPOCH);
    for (Step step : Step.values()) {
      AnswerBinder.BindingResult bound = BINDER.bind(state.at(step), fields);
      state = bound.state();
      BINDER.validate(step, bound).values().forEach(key -> assertThat(key).startsWith("form."));
      for (Question question : step.questions()) {
        List<String> chosen = state.choices().getOrDefault(question, List.of());
        assertThat(BINDER.options(question)).containsAll(chosen);
        assertThat(state.texts().getOrDefault(question, ""))
            .hasSizeLessThanOrEqualTo(question.maxLength());
      }
    }
  }
}
