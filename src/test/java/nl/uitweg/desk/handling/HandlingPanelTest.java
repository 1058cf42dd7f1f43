package nl.uitweg.desk.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.report.content.Urgency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlingPanelTest {

  private static final Officer OFFICER =
      new Officer("zilvervoort", Set.of(Officer.OFFICER), List.of("zilvervoort"));

  private final Bundles bundles = Bundles.read(Path.of("i18n"), Languages.read(Path.of("i18n")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          j.jansen  | Nu bewaard: van j.jansen; dringend; labels: Huisvesting, Vervoer.
          zilvervoort | Nu bewaard: van jou; dringend; labels: Huisvesting, Vervoer.
          ''        | Nu bewaard: nog van niemand; dringend; labels: Huisvesting, Vervoer.""")
  void summarisesInDutch(String assignee, String summary) {
    HandlingValues stored =
        new HandlingValues(assignee, Urgency.URGENT, List.of("housing", "transport"));
    assertThat(HandlingPanel.summary(stored, OFFICER, bundles.in(Language.DUTCH)))
        .isEqualTo(summary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          J.Jansen  | Saved now: J.Jansen has this; normal; labels: none.
          zilvervoort | Saved now: you have this; normal; labels: none.
          ''        | Saved now: nobody has this yet; normal; labels: none.""")
  void summarisesInEnglish(String assignee, String summary) {
    HandlingValues stored = new HandlingValues(assignee, Urgency.NORMAL, List.of());
    assertThat(HandlingPanel.summary(stored, OFFICER, bundles.in(Language.ENGLISH)))
        .isEqualTo(summary);
  }
}
