package nl.uitweg.desk.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.content.IndicatorLists;
import nl.uitweg.platform.file.YamlFile;
import nl.uitweg.region.Region;
import org.junit.jupiter.api.Test;

/** Articles and references of the instruments in {@code content/instruments.yaml}. */
class InstrumentContentTest {

  private static final Instrument.File FILE =
      YamlFile.read(Path.of("content"), "instruments.yaml", Instrument.File.class);

  @Test
  void namesArticlesAsPolicyDocumentDoes() throws IOException {
    String quotations = Files.readString(Path.of("src/test/resources/instruments/quotations.txt"));
    List<String> articles =
        new ArrayList<>(
            FILE.instruments().stream()
                .flatMap(instrument -> instrument.articles().stream())
                .map(Instrument.Article::text)
                .toList());
    Region.read(Path.of("content/region")).municipalities().stream()
        .flatMap(municipality -> municipality.articles().values().stream())
        .map(article -> article.replaceFirst(" \\(.*\\)$", "")) // a remark of the municipality
        .forEach(articles::add);
    assertThat(articles)
        .hasSizeGreaterThan(20)
        .allSatisfy(text -> assertThat(quotations).contains(text));
  }

  @Test
  void refersToExistingIndicatorsAndForms() {
    IndicatorLists lists =
        YamlFile.read(Path.of("content"), "indicators.yaml", IndicatorLists.class);
    List<String> forms = lists.forms().stream().map(IndicatorLists.Form::id).toList();
    List<String> indicators =
        lists.forms().stream().flatMap(form -> form.indicators().stream()).toList();
    assertThat(FILE.instruments()).flatExtracting(Instrument::forms).isSubsetOf(forms);
    assertThat(FILE.instruments()).flatExtracting(Instrument::indicators).isSubsetOf(indicators);
  }
}
