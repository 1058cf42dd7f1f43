package nl.uitweg.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.testsupport.ContentCopy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {

  private Languages languages = new Languages(List.of(Language.DUTCH));

  @TempDir Path folder;
  private Path copy = Path.of("");

  @BeforeEach
  void copyContent() throws IOException {
    ContentCopy.into(folder);
    copy = folder.resolve("content");
    languages = Languages.read(folder.resolve("i18n"));
  }

  @Test
  void showsDutchPageWhenTranslationIsMissing() throws IOException {
    Language polish = new Language("pl");
    Files.delete(copy.resolve("pl/police.md"));
    GuidancePage page = Content.read(copy, languages).page(polish, "police").orElseThrow();
    assertThat(page.untranslated()).isTrue();
    assertThat(page.textLanguage()).isEqualTo(Language.DUTCH);
    assertThat(page.title()).isEqualTo("Praten met de politie");
    assertThat(page.html().html())
        .as("links keep the language of the visitor")
        .contains("href=\"/pl/");
  }

  @Test
  void marksTranslationOfOlderDutchTextAsStale() throws IOException {
    Path file = copy.resolve("nl/police.md");
    Files.writeString(
        file, Files.readString(file).replaceFirst("politie", "politie en marechaussee"));
    Content content = Content.read(copy, languages);
    assertThat(content.page(new Language("pl"), "police").orElseThrow().stale()).isTrue();
    assertThat(content.page(new Language("pl"), "danger").orElseThrow().stale()).isFalse();
    assertThat(content.page(Language.DUTCH, "police").orElseThrow().stale()).isFalse();
  }

  @Test
  void templatesContainNoLiteralTelephoneNumbers() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContainPattern("tel:\\d|0[89]00|\\b112\\b");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shown: \"112\"", "dial: \"112\""})
  void namesWrongTelephoneNumber(String number) throws IOException {
    Path file = copy.resolve("organisations.yaml");
    Files.writeString(
        file, Files.readString(file).replaceFirst(number, number.replace("112", "call <b>")));
    assertThatThrownBy(() -> Content.read(copy, languages))
        .hasMessageContaining("is not a telephone number: call <b>");
  }

  @Test
  void namesMissingTelephoneNumberOfATemplate() throws IOException {
    Path file = copy.resolve("organisations.yaml");
    Files.writeString(
        file, Files.readString(file).replaceFirst("    phone: \\{shown: \"112\".*\\R", ""));
    assertThatThrownBy(() -> Content.read(copy, languages))
        .hasMessage(
            "content/organisations.yaml: the telephone number of 'police-urgent' is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nl/police.md | ## Wat je zegt <script>x</script> | content/nl/police.md:7: HTML is not allowed; write Markdown",
        "en/police.md | Call {tel:nobody} now | content/en/police.md:8: there is no organisation 'nobody'",
        "en/police.md | Call {tel:fairwork} now | content/en/police.md:8: 'fairwork' has no telephone number in organisations.yaml",
        "nl/police.md | Lees [dit](nergens) | content/nl/police.md:7: there is no page 'nergens'",
        "nl/police.md | ![foto](x.png) | content/nl/police.md:7: images are not allowed in guidance",
        "nl/police.md | `Bel ``112`` nu` | content/nl/police.md:7: code is not allowed in guidance",
        "nl/police.md | ~~~ | content/nl/police.md:7: code is not allowed in guidance",
        "nl/police.md | `    Bel 112` | content/nl/police.md:7: code is not allowed in guidance",
        "nl/police.md | {foo:bar} | content/nl/police.md:7: unknown mark {foo:…}; known are nl, tel, org, picture",
      })
  void namesFileLineAndReasonOfInvalidPage(String file, String body, String message)
      throws IOException {
    Path page = copy.resolve(file);
    String head = Files.readString(page).split("(?m)^---\\s*$", 3)[1];
    Files.writeString(page, "---" + head + "---\n\n" + body + "\n");
    assertThatThrownBy(() -> Content.read(copy, languages)).hasMessage(message);
  }

  @Test
  void namesFileAndLineOfUnknownKey() throws IOException {
    Path file = copy.resolve("pages.yaml");
    Files.writeString(
        file,
        Files.readString(file).replaceFirst("section: danger", "section: danger\n    colour: red"));
    assertThatThrownBy(() -> Content.read(copy, languages))
        .hasMessageStartingWith("content/pages.yaml:5: Unrecognized field \"colour\"");
  }

  @Test
  void namesMissingFile() throws IOException {
    Files.delete(copy.resolve("pages.yaml"));
    assertThatThrownBy(() -> Content.read(copy, languages))
        .hasMessage("content/pages.yaml: is missing");
  }

  @Test
  void rejectsOrganisationWithoutSource() throws IOException {
    Path file = copy.resolve("organisations.yaml");
    Files.writeString(
        file,
        """
        organisations:
          - {id: a, kind: help, name: A, region: national, fits: {}, sources: []}
        """);
    assertThatThrownBy(() -> Content.read(copy, languages))
        .hasMessage("content/organisations.yaml:2: 'a' has no source");
  }

  @Test
  void rejectsFactWithUnknownConfidence() throws IOException {
    Path file = copy.resolve("organisations.yaml");
    Files.writeString(file, Files.readString(file).replaceFirst("confidence: A", "confidence: U"));
    assertThatThrownBy(() -> Content.read(copy, languages))
        .hasMessageStartingWith("content/organisations.yaml:6: ");
  }

  @Test
  void rejectsDuplicatePage() throws IOException {
    Path file = copy.resolve("pages.yaml");
    Files.writeString(file, Files.readString(file).replaceFirst("slug: help", "slug: danger"));
    assertThatThrownBy(() -> Content.read(copy, languages))
        .hasMessage("content/pages.yaml: 'danger' is listed twice");
  }
}
