package nl.uitweg.desk.related;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.testsupport.FuzzText;
import nl.uitweg.testsupport.TestRegion;

/**
 * Fuzz test: addresses, telephone numbers, plates and profiles in any text are found within a
 * limit.
 */
class TraceFuzzTest {

  private static final Traces TRACES = new Traces(TestRegion.REGION);

  @FuzzTest
  void tracesAreFoundWithinALimit(byte[] input) {
    String[] texts = FuzzText.lines(input, 3);
    ReportContent content =
        new ReportContent(
            "nl",
            Instant.EPOCH,
            Map.of(Question.MUNICIPALITY, List.of("zilvervoort")),
            Map.of(Question.PLACE, texts[0], Question.WHAT, texts[1]));
    List<FoundTrace> found = TRACES.find(content, List.of(texts[2]));
    assertThat(found).hasSizeLessThanOrEqualTo(Traces.MAX_TRACES);
    assertThat(TRACES.of(content, List.of(texts[2])))
        .allSatisfy(trace -> assertThat(trace.value()).isNotBlank());
    assertThat(TRACES.inQuery(texts[1], "")).hasSizeLessThanOrEqualTo(Traces.MAX_TRACES);
  }
}
