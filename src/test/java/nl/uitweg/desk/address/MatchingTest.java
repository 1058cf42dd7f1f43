package nl.uitweg.desk.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.uitweg.region.Region;
import nl.uitweg.testsupport.TestOutput;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which texts name the same house, and how sure that is. The spellings that are counted were
 * invented, by one hand, before the rules were made, and half of them were not looked at.
 */
class MatchingTest {

  private static final AddressFinder FINDER =
      new AddressFinder(Region.read(Path.of("content/region")));

  /** The table in the document is what the matching finds today. */
  @Test
  void documentStatesTheFigures() throws IOException {
    StringBuilder table = new StringBuilder();
    for (String half : MatchingEvaluation.HALVES) {
      table.append(MatchingEvaluation.of(half).rows(half));
    }
    Files.writeString(TestOutput.file("matching-table.md"), table);
    assertThat(Files.readString(Path.of("docs/matching.md"))).contains(table);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CERTAIN | Hogeweg 12 | in het huis op de Hoge Weg nr. 12",
        "CERTAIN | hogeweg 12a | Hogeweg 12-A",
        "CERTAIN | Burg. v.d. Aaweg 3 | burgemeester van der Aaweg, nummer 3",
        "CERTAIN | de Hogeweg twaalf | 12 Hogeweg",
        "PROBABLE | Hogeweg 12 | Hoogeweg 12, Zandvoort",
        "PROBABLE | Koninginneweg 12 | Koniginneweg 12",
        "PROBABLE | Koninginneweg 12 | Koninginnewge 12",
        "PROBABLE | Jan van Galenstraat 12 | J. van Galenstr. 12",
        "POSSIBLE | Hogeweg 12 | Hogeweg 12 bis",
        "POSSIBLE | Hofweg 12 | Bofweg 12",
      })
  void saysHowSureItIs(Certainty certainty, String one, String other) {
    assertThat(match(one, "zandvoort", other, "zandvoort")).containsExactly(certainty);
    assertThat(match(other, "zandvoort", one, "zandvoort")).containsExactly(certainty);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hogeweg 12 | Hogeweg 21",
        "Hogeweg 12a | Hogeweg 12b",
        "Zeeweg 12 | Zeereep 12",
        "Koninginneweg 12 | Koningsweg 12",
        "Kerkstraat 5, Heemstede | Kerkstraat 5, Zandvoort",
        "Kerkstraat 5 | Kerkstraat 5 in Haarlem",
      })
  void keepsDifferentAddressesApart(String one, String other) {
    assertThat(match(one, "zandvoort", other, "zandvoort")).isEmpty();
  }

  @Test
  void isOnlyPossibleWithoutAPlace() {
    assertThat(match("Kerkstraat 5", "", "Kerkstraat 5", "zandvoort"))
        .containsExactly(Certainty.POSSIBLE);
    assertThat(match("Kerkstraat 5", "zandvoort", "Kerkstraat 5", "heemstede")).isEmpty();
    assertThat(match("Kerkstraat 5, Zandvoort", "", "Kerkstraat 5, Zandvoort", "heemstede"))
        .containsExactly(Certainty.CERTAIN);
  }

  @Test
  void findsBothByStreetAndByPostcode() {
    String both = "Hogeweg 12, 2042 AB";
    assertThat(match(both, "zandvoort", "2042ab nr 12", "zandvoort"))
        .containsExactly(Certainty.CERTAIN);
    assertThat(match("hoge weg 12", "zandvoort", both, "zandvoort"))
        .containsExactly(Certainty.CERTAIN);
    assertThat(match("hoge weg 12", "zandvoort", "2042 AB 12", "zandvoort")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Op de Hogeweg 3 mannen gezien om 12 uur",
        "Ik woon op de Hogeweg en zag 3 auto's",
        "De zaak op de Hogeweg. 12 keer ben ik er geweest",
        "Hogeweg 06-12345678",
        "Hogeweg, 12:30 uur",
        "hij reed 80 op de Hogeweg",
        "onderweg 12 keer gestopt",
        "op weg naar 2 klanten",
        "kenteken 12-AB-34 op de Hogeweg"
      })
  void ignoresOtherNumbersNearAStreet(String text) {
    assertThat(addresses(text, "zandvoort")).isEmpty();
  }

  /** The form accepts ten thousand characters; a text of the worst kind takes no longer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 ",
        "zandvoort ",
        "2042 AB ",
        "van ",
        "12 van de ",
        "Burg. ",
        ", nr ",
        "12-",
        "Jan 1 "
      })
  void readsLongTextsQuickly(String unit) {
    String longest = unit.repeat(10_000 / unit.length());
    List<Address> found =
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> addresses(longest, "zandvoort"));
    assertThat(found).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void limitsWhatIsStoredForAnAddress() {
    Address address =
        addresses("Oude Burgemeester van Alphenstraat 12a, 2042 AB Zandvoort", "zandvoort").get(0);
    assertThat(AddressIndexes.similar(address, true)).hasSizeLessThan(150);
    assertThat(AddressIndexes.exact(address)).hasSize(2);
  }

  private static List<Address> addresses(String text, String municipality) {
    return FINDER.find(List.of(new AddressFinder.Text(text, false)), municipality, 10);
  }

  /** How sure the match is of the address in one text with that in the other; empty when none. */
  private static List<Certainty> match(
      String one, String oneMunicipality, String other, String otherMunicipality) {
    Address stored = addresses(other, otherMunicipality).get(0);
    return AddressIndexes.lookups(addresses(one, oneMunicipality).get(0)).entrySet().stream()
        .filter(
            lookup ->
                AddressIndexes.exact(stored).contains(lookup.getKey())
                    || AddressIndexes.similar(stored, true).contains(lookup.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .limit(1)
        .toList();
  }
}
