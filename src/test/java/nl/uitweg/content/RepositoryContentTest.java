package nl.uitweg.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/**
 * What the real content must hold whatever an editor writes; {@code CheckContentTest} runs the
 * checks of {@code bin/check-content} on it. Other tests use fictional content.
 */
class RepositoryContentTest {

  private static final Path CONTENT = Path.of("content");

  private final Languages languages = Languages.read(Path.of("i18n"));

  @Test
  void indicatorListsHaveAllIndicatorsOfThePolicyDocument() {
    IndicatorLists indicators = Content.read(CONTENT, languages).indicators();
    assertThat(indicators.forms())
        .extracting(IndicatorLists.Form::id, form -> form.indicators().size())
        .containsExactly(
            Tuple.tuple("labour", 14),
            Tuple.tuple("sexual", 14),
            Tuple.tuple("criminal", 10),
            Tuple.tuple("organs", 7));
  }

  @Test
  void pagesContainNoLiteralTelephoneNumbers() throws IOException {
    for (Language language : languages.all()) {
      try (Stream<Path> files = Files.list(CONTENT.resolve(language.code()))) {
        for (Path file : files.toList()) {
          assertThat(Files.readString(file))
              .as(file.toString())
              .doesNotContainPattern("0[89]00|\\d{3}[- ]\\d{3}");
        }
      }
    }
  }
}
