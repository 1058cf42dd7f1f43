package nl.uitweg;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks {@code publiccode.yml} against the rules of version 0.4 of its standard that need no
 * network, and against the files that state the same facts.
 */
class PublicCodeFileTest {

  private static final Path LICENCE = Path.of("LICENSE");

  private static final Set<String> KEYS =
      Set.of(
          "publiccodeYmlVersion",
          "name",
          "applicationSuite",
          "url",
          "landingURL",
          "isBasedOn",
          "softwareVersion",
          "releaseDate",
          "logo",
          "platforms",
          "categories",
          "usedBy",
          "roadmap",
          "developmentStatus",
          "softwareType",
          "intendedAudience",
          "description",
          "legal",
          "maintenance",
          "localisation",
          "dependsOn");

  /** The categories of the standard that suit this application; it has about a hundred. */
  private static final Set<String> CATEGORIES =
      Set.of(
          "collaboration",
          "communications",
          "content-management",
          "data-collection",
          "digital-citizenship",
          "document-management",
          "educational-content",
          "knowledge-management",
          "regulations-and-directives",
          "task-management",
          "translation",
          "whistleblowing",
          "workflow-management");

  private static final Set<String> SCOPES =
      Set.of(
          "emergency-services",
          "government",
          "justice",
          "local-authorities",
          "security",
          "society",
          "welfare");

  private final JsonNode file = read();

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(Files.readString(Path.of("publiccode.yml")));
    } catch (IOException e) {
      throw new AssertionError("publiccode.yml cannot be read", e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/publiccodeYmlVersion",
        "/name",
        "/url",
        "/platforms/0",
        "/categories/0",
        "/developmentStatus",
        "/softwareType",
        "/legal/license",
        "/maintenance/type",
        "/localisation/localisationReady",
        "/localisation/availableLanguages/0"
      })
  void hasMandatoryKey(String key) {
    assertThat(file.at(key).asText()).isNotBlank();
  }

  @Test
  void hasNoUnknownKey() {
    assertThat(file.fieldNames()).toIterable().isSubsetOf(KEYS);
  }

  @Test
  void usesValuesOfTheStandard() {
    assertThat(file.get("publiccodeYmlVersion").asText()).isEqualTo("0.4");
    assertThat(URI.create(file.get("url").asText())).hasScheme("https");
    assertThat(strings(file.get("platforms"))).containsExactly("web");
    assertThat(strings(file.get("categories"))).isSubsetOf(CATEGORIES).doesNotHaveDuplicates();
    assertThat(file.get("developmentStatus").asText())
        .isIn("concept", "development", "beta", "stable", "obsolete");
    assertThat(file.get("softwareType").asText()).isEqualTo("standalone/web");
    assertThat(strings(file.at("/intendedAudience/countries")))
        .allMatch(c -> c.matches("[a-z]{2}"));
    assertThat(strings(file.at("/intendedAudience/scope"))).isSubsetOf(SCOPES);
    assertThat(file.at("/dependsOn/open")).allMatch(dependency -> dependency.hasNonNull("name"));
  }

  @Test
  void namesMaintainers() {
    assertThat(file.at("/maintenance/type").asText()).isIn("internal", "community");
    assertThat(file.at("/maintenance/contacts"))
        .isNotEmpty()
        .allMatch(contact -> !contact.path("name").asText().isBlank());
  }

  @Test
  void isDescribedInDutchAndEnglish() {
    assertThat(file.get("description").fieldNames()).toIterable().containsExactly("nl", "en");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void describesSoftwareWithinLimits(String language) {
    JsonNode description = file.get("description").get(language);
    assertThat(description.get("shortDescription").asText())
        .hasSizeBetween(1, 150)
        .doesNotContain("\n");
    assertThat(description.get("longDescription").asText()).hasSizeBetween(150, 10_000);
    assertThat(strings(description.get("features")))
        .hasSizeBetween(5, 20)
        .hasSameSizeAs(strings(file.at("/description/nl/features")))
        .noneMatch(String::isBlank);
    assertThat(strings(description.get("screenshots")))
        .allSatisfy(picture -> assertThat(Path.of(picture)).isRegularFile());
  }

  @Test
  void listsLanguagesOfTheSite() throws IOException {
    List<String> languages =
        Files.readAllLines(Path.of("i18n/languages.txt")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split(" ", -1)[0])
            .toList();
    assertThat(strings(file.at("/localisation/availableLanguages"))).isEqualTo(languages);
    assertThat(file.at("/localisation/localisationReady").asBoolean()).isTrue();
  }

  @Test
  void namesLicenceOfTheCodebase() throws IOException {
    Matcher title =
        Pattern.compile("EUROPEAN UNION PUBLIC LICENCE v\\. ([0-9.]+)\n")
            .matcher(Files.readString(LICENCE));
    assertThat(title.lookingAt()).as("the title of the EUPL in %s", LICENCE).isTrue();
    String licence = "EUPL-" + title.group(1);
    assertThat(file.at("/legal/license").asText()).isEqualTo(licence);
    assertThat(Files.readString(Path.of("pom.xml"))).contains("<name>" + licence + "</name>");
    assertThat(Files.readString(Path.of("REUSE.toml")))
        .contains("SPDX-License-Identifier = \"" + licence + "\"");
    assertThat(Path.of("LICENSES", licence + ".txt")).hasSameTextualContentAs(LICENCE);
  }

  /** The version stays out of the file until there is a release to which it could refer. */
  @Test
  void namesNoVersionBeforeTheFirstRelease() throws IOException {
    boolean released =
        Pattern.compile("^## \\[[0-9]", Pattern.MULTILINE)
            .matcher(Files.readString(Path.of("CHANGELOG.md")))
            .find();
    assertThat(file.has("softwareVersion")).isEqualTo(released);
    assertThat(file.has("releaseDate")).isEqualTo(released);
  }

  private static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
