package nl.uitweg.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import nl.uitweg.platform.i18n.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading and checking {@code region.yaml}. */
class RegionTest {

  @TempDir Path folder;

  private Region read(String yaml) throws IOException {
    Files.writeString(folder.resolve("region.yaml"), yaml);
    return Region.read(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{id: a, name: A}, {id: a, name: B} | :3: the id 'a' is listed twice",
        "{id: a, name: A}, {id: b, name: A} | :3: the name 'A' is listed twice",
        "{id: a, name: A, postcodes: ['2101-2106']}, {id: b, name: B, postcodes: ['2106']} | the"
            + " postcode 2106 of b is also that of a",
        "{id: a, name: A, postcodes: ['2106-2101']} | '2106-2101' is not a postcode or a range",
        "{id: a, name: A, postcodes: ['0101']} | '0101' is not a postcode or a range",
        "{id: a, name: '<b>A</b>'} | may only have letters",
        "{id: a, name: A, places: ['{0}']} | may only have letters",
        "{id: care, name: Care} | 'care' is not an id",
        "{id: A, name: A} | 'A' is not an id",
        "{id: a, name: A, contact: {phone: {shown: '1', dial: '1', cost: free, confidence: B}}} |"
            + " 'contact' has no source",
        "{id: a, name: A, colour: red} | Unrecognized field",
      })
  void namesFileAndReasonOfAMistake(String entries, String message) {
    String list = entries.replace("}, {id", "}\n  - {id");
    assertThatThrownBy(() -> read("municipalities:\n  - " + list + "\n"))
        .hasMessageContaining("region.yaml:")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{agreement: A, since: 2026-12-01} | 'matching: legal-basis' is missing",
        "{legal-basis: B, since: 2026-12-01} | 'matching: agreement' is missing",
        "{agreement: A, legal-basis: B} | 'matching: since' is missing",
        "{agreement: A, legal-basis: B, since: soon} | soon",
        "{agreement: A, legal-basis: B, since: 2026-12-01, on: true} | Unrecognized field",
      })
  void requiresAgreementAndLegalBasisOfMatching(String matching, String message) {
    assertThatThrownBy(() -> read("municipalities: [{id: a, name: A}]\nmatching: " + matching))
        .hasMessageContaining("region.yaml:")
        .hasMessageContaining(message);
  }

  @Test
  void comparesNoReportsInTheShippedRegion() throws IOException {
    assertThat(Region.read(Path.of("content/region")).matching()).isEmpty();
    assertThat(
            read("municipalities: [{id: a, name: A}]\nmatching: {agreement: A, legal-basis: B, since: 2026-12-01}\n")
                .matching())
        .contains(new Matching("A", "B", LocalDate.of(2026, 12, 1)));
  }

  @Test
  void allowsAPostcodeThatIsReallyShared() throws IOException {
    Region region =
        read(
            """
            shared-postcodes: ["2106"]
            municipalities:
              - {id: a, name: A, postcodes: ["2101-2106"]}
              - {id: b, name: B, postcodes: ["2106"]}
            """);
    assertThat(region.ids()).containsExactly("a", "b");
  }

  @Test
  void usesTheListWithoutAName() throws IOException {
    String municipalities = "municipalities:\n  - {id: a, name: A}\n  - {id: b, name: 'B’s'}\n";
    assertThat(read(municipalities).displayName(Language.DUTCH)).isEqualTo("A en B’s");
    assertThat(read("name: Streek\n" + municipalities).displayName(Language.DUTCH))
        .isEqualTo("Streek");
  }
}
