package nl.uitweg.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.region.Region;
import org.junit.jupiter.api.Test;

/** Names of the region stand in its own folder only, so that another region replaces them all. */
class RegionNamesTest {

  private static final Path REGION = Path.of("content/region");

  @Test
  void noOtherFileNamesAMunicipalityOrVillage() throws IOException {
    assertThat(filesThatMatch(namesOf(Region.read(REGION)))).isEmpty();
  }

  @Test
  void findsANameThatIsThere() throws IOException {
    assertThat(filesThatMatch(Pattern.compile("\\bSchiphol\\b"))).isNotEmpty();
  }

  private static Pattern namesOf(Region region) {
    return Pattern.compile(
        region.municipalities().stream()
            .flatMap(
                municipality ->
                    Stream.concat(
                        Stream.of(municipality.name(), municipality.id()),
                        municipality.places().stream()))
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?iu)(?<!\\p{L})(?:", ")")));
  }

  private static List<String> filesThatMatch(Pattern names) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path folder : List.of(Path.of("content"), Path.of("i18n"), Path.of("deploy/keycloak"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          if (!file.startsWith(REGION) && names.matcher(Files.readString(file)).find()) {
            found.add(file.toString());
          }
        }
      }
    }
    return found;
  }
}
