package nl.uitweg.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.uitweg.region.Region.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MunicipalityFinderTest {

  private static final List<Municipality> COAST =
      List.of(
          municipality("Ankerdaal", List.of("1101-1103", "1110"), "Ankerdaal", "'s-Gravenrode"),
          municipality("Lindestede", List.of("1105"), "Lindestede", "Oude Vaart"),
          municipality("Zilvervoort", List.of("1103", "1116"), "Zilvervoort", "Bentrode"));

  private static final MunicipalityFinder THREE = new MunicipalityFinder(region(COAST));

  /** Twelve municipalities; two of them have a village Oosterhuizen. */
  private static final MunicipalityFinder TWELVE =
      new MunicipalityFinder(
          region(
              Stream.concat(
                      COAST.stream(),
                      Stream.of(
                          municipality("Berg", List.of("1120"), "Oosterhuizen"),
                          municipality("Berg aan de Vliet", List.of("1121"), "Oosterhuizen"),
                          municipality("Sûdwâld", List.of("1122"), "Sint-Jansveen"),
                          municipality("Kerkmeer", List.of("1123"), "Vlietdorp"),
                          municipality("Molenmeer", List.of("1124")),
                          municipality("Nieuwmeer", List.of("1125")),
                          municipality("Veendorp", List.of("1126")),
                          municipality("Heidelo", List.of("1127")),
                          municipality("Dennenoord", List.of("1128"))))
                  .toList()));

  /** Thirty municipalities, each with the village Kerkdorp. */
  private static final MunicipalityFinder THIRTY =
      new MunicipalityFinder(
          region(
              IntStream.range(0, 30)
                  .mapToObj(
                      i ->
                          municipality(
                              "Streek " + (char) ('a' + i / 6) + (char) ('p' + i % 6),
                              List.of("20%02d-20%02d".formatted(i, i + 1)),
                              "Kerkdorp"))
                  .toList()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1116",
        " 1116 ",
        "1116 AB",
        "1116ab",
        "1116-ab",
        "١١١٦",
        "۱۱۱۶ ab",
        "１１１６",
        "1116 Bentrode",
        "Bentrode, 1116 AB",
        "1116 no such place"
      })
  void findsPostcode(String typed) {
    assertThat(found(THREE, typed)).containsExactly("Zilvervoort");
  }

  @Test
  void findsEveryMunicipalityOfSharedPostcode() {
    assertThat(found(THREE, "1103")).containsExactly("Ankerdaal", "Zilvervoort");
    assertThat(found(THREE, "1103 Bentrode")).containsExactly("Zilvervoort");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1104", "1104 XX", "1000", "9999"})
  void recognizesPostcodeOutsideRegion(String typed) {
    assertThat(THREE.find(typed)).isEqualTo(new MunicipalityFinder.Result(List.of(), true));
  }

  @Test
  void believesNameWhenPostcodeIsOutsideRegion() {
    assertThat(found(THREE, "1104 Bentrode")).containsExactly("Zilvervoort");
  }

  @Test
  void claimsNothingAboutPostcodesThatAreUnknown() {
    MunicipalityFinder unknown =
        new MunicipalityFinder(region(List.of(municipality("Ankerdaal", List.of()))));
    assertThat(unknown.find("1104").postcodeOutside()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "zilvervoort|Zilvervoort",
        "ZILVERVOORT|Zilvervoort",
        "gemeente Zilvervoort|Zilvervoort",
        "gem. zilvervoort|Zilvervoort",
        "Bentrode, gemeente Zilvervoort|Zilvervoort",
        "bent|Zilvervoort",
        "s gravenrode|Ankerdaal",
        "'s-Gravenrode|Ankerdaal",
        "’s Gravenrode|Ankerdaal",
        "sgravenrode|Ankerdaal",
        "gravenrode|Ankerdaal",
        "oude vaart|Lindestede",
        "oudevaart|Lindestede",
        "vaart|Lindestede",
        "sudwald|Sûdwâld",
        "SU\u0302DWA\u0302LD|Sûdwâld",
        "sint jansveen|Sûdwâld",
        "Heidelo|Heidelo",
        "berg|Berg",
        "berg aan de vliet|Berg aan de Vliet",
        "oosterhuizen berg aan de vliet|Berg aan de Vliet",
        "Зилвервоорт|Zilvervoort"
      })
  void findsName(String typed, String municipality) {
    assertThat(found(TWELVE, typed)).containsExactly(municipality);
  }

  @ParameterizedTest
  @CsvSource({
    "zilvervort,Zilvervoort",
    "zilvervoorrt,Zilvervoort",
    "silvervoort,Zilvervoort",
    "oude faart,Lindestede",
    "dennenord,Dennenoord"
  })
  void forgivesOneTypingMistake(String typed, String municipality) {
    assertThat(found(TWELVE, typed)).containsExactly(municipality);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "'s", "z", "gemeente", "zilverfort", "bergg", "21", "🙂"})
  void findsNothing(String typed) {
    assertThat(TWELVE.find(typed)).isEqualTo(new MunicipalityFinder.Result(List.of(), false));
  }

  @Test
  void findsEveryMunicipalityWithVillageOfThatName() {
    assertThat(found(TWELVE, "Oosterhuizen")).containsExactly("Berg", "Berg aan de Vliet");
    assertThat(found(TWELVE, "vliet")).containsExactly("Berg aan de Vliet", "Kerkmeer");
    assertThat(found(THIRTY, "kerkdorp")).hasSize(30);
  }

  @Test
  void findsOneOfThirty() {
    assertThat(found(THIRTY, "streek bq")).containsExactly("Streek bq");
    assertThat(found(THIRTY, "2000")).containsExactly("Streek ap");
    assertThat(found(THIRTY, "2001")).containsExactly("Streek ap", "Streek aq");
  }

  private static List<String> found(MunicipalityFinder finder, String typed) {
    return finder.find(typed).municipalities().stream().map(Municipality::name).toList();
  }

  private static Region region(List<Municipality> municipalities) {
    return new Region(Optional.empty(), municipalities, List.of(), Map.of(), Optional.empty());
  }

  private static Municipality municipality(String name, List<String> postcodes, String... places) {
    return new Municipality(
        "m",
        name,
        List.of(places),
        postcodes,
        Optional.empty(),
        Region.Deadlines.defaults(),
        Map.of());
  }
}
