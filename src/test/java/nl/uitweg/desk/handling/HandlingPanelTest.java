package nl.uitweg.desk.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.content.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlingPanelTest {

  private static final Officer OFFICER =
      new Officer("zilvervoort", Set.of(Officer.OFFICER), List.of("zilvervoort"));

  private final Bundles bundles = Bundles.read(Path.of("i18n"), Languages.read(Path.of("i18n")));

  @ParameterizedTest
  @CsvSource({"j.jansen,has", "zilvervoort,has-me", "'',has-nobody"})
  void summarisesStoredValues(String assignee, String key) {
    HandlingValues stored =
        new HandlingValues(assignee, Urgency.URGENT, List.of("housing", "transport"));
    Texts texts = bundles.in(Language.DUTCH);
    assertThat(HandlingPanel.summary(stored, OFFICER, texts))
        .isEqualTo(
            texts.get(
                "handling.now",
                texts.get("handling.now." + key, assignee),
                texts.get("handling.now.urgent"),
                texts.get("handling.label.housing")
                    + ", "
                    + texts.get("handling.label.transport")));
  }

  @Test
  void saysThatThereAreNoLabels() {
    Texts texts = bundles.in(Language.ENGLISH);
    assertThat(
            HandlingPanel.summary(
                new HandlingValues("", Urgency.NORMAL, List.of()), OFFICER, texts))
        .isEqualTo(
            texts.get(
                "handling.now",
                texts.get("handling.now.has-nobody"),
                texts.get("handling.now.normal"),
                texts.get("handling.no-labels")));
  }
}
