package nl.uitweg.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks that no text contains a phrase that put victims in danger or promised too much in an
 * earlier version.
 */
class ForbiddenPhrasesTest {

  private static final Map<String, List<String>> FORBIDDEN_PHRASES =
      Map.of(
          "nl",
          List.of(
              "blijf aan de lijn",
              "jij kiest, niemand mag je dwingen",
              "geen enkel risico",
              "alleen de aandachtsfunctionaris",
              "wij bewaren niet wie je bent",
              "wat alleen jij kunt weten",
              "zonder kosten",
              "bij wie moet u zich",
              "gecontroleerd op"),
          "en",
          List.of(
              "stay on the line",
              "you choose, nobody may force you",
              "no risk at all",
              "only the attention officer",
              "we do not keep who you are",
              "what only you can know",
              "without cost",
              "checked on"));

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void textsContainNoForbiddenPhrase(String language) throws IOException {
    for (Path file : files(language)) {
      assertThat(Files.readString(file).toLowerCase(Locale.ROOT))
          .as(file.toString())
          .doesNotContain(
              FORBIDDEN_PHRASES.getOrDefault(language, List.of()).toArray(new String[0]));
    }
  }

  private static List<Path> files(String language) throws IOException {
    try (Stream<Path> pages = Files.list(Path.of("content", language));
        Stream<Path> bundles = Files.walk(Path.of("i18n"))) {
      return Stream.concat(
              pages, bundles.filter(file -> file.endsWith(Path.of(language + ".properties"))))
          .filter(file -> !file.startsWith(Path.of("i18n", "desk")))
          .sorted()
          .toList();
    }
  }
}
