package nl.uitweg.region;

import static nl.uitweg.platform.file.Preconditions.copyOrEmpty;
import static nl.uitweg.platform.file.Preconditions.requirePresent;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.file.YamlFile;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.TextParameters;

/**
 * The municipalities that this installation works for, from {@code region.yaml} in the folder of
 * the region; see {@link RegionFolder}.
 *
 * @param name name of the region, for texts in which the list of municipalities would be too long
 * @param municipalities at least one
 * @param sharedPostcodes postcodes that may be listed for several municipalities
 * @param exit targets of "leave this site", by language code; {@code default} for other languages
 * @param matching the agreement under which reports of different municipalities are compared; they
 *     are not compared without one
 */
public record Region(
    Optional<String> name,
    List<Municipality> municipalities,
    @JsonProperty("shared-postcodes") List<String> sharedPostcodes,
    Map<String, String> exit,
    Optional<Matching> matching) {

  static final String FILE = "region.yaml";

  /** Names that keysets or answers of the form already have. */
  private static final Set<String> RESERVED_IDS =
      Set.of("care", "dont-know", "elsewhere", "recovery", "region");

  /** Names of the parameters of texts; see {@link #textParameters}. */
  public static final Set<String> TEXT_PARAMETERS =
      Set.of("region", "municipalities", "municipality_count");

  public Region {
    municipalities = copyOrEmpty(municipalities);
    sharedPostcodes = copyOrEmpty(sharedPostcodes);
    if (municipalities.isEmpty()) {
      throw new IllegalArgumentException("'municipalities' must have at least one entry");
    }
    name = name.map(text -> Names.checked(text, "name"));
    sharedPostcodes.forEach(Postcodes::of);
    exit = exit == null ? Map.of() : Map.copyOf(exit);
    exit.forEach(Region::requireWebAddress);
  }

  private static void requireWebAddress(String language, String target) {
    if (!target.matches("https://[\\w.-]+(/[\\w./-]*)?")) {
      throw new IllegalArgumentException(
          "exit: " + language + ": '" + target + "' is not an https address");
    }
  }

  /**
   * A municipality of the region.
   *
   * @param id identifier used in the groups of the login provider and in the names of keysets
   * @param places villages and towns
   * @param postcodes single values or ranges of four digits, for example {@code 2116} or {@code
   *     2101-2106}
   * @param contact how visitors reach the municipality; the list of organisations is made from it
   * @param deadlines {@link Deadlines#defaults} when left out
   * @param articles local rules that the desk shows, by the id of an instrument
   */
  public record Municipality(
      String id,
      String name,
      List<String> places,
      List<String> postcodes,
      Optional<Contact> contact,
      Deadlines deadlines,
      Map<String, String> articles) {

    public Municipality {
      requirePresent(id, "id");
      requirePresent(name, "name");
      if (!id.matches("[a-z][a-z-]*") || RESERVED_IDS.contains(id)) {
        throw new IllegalArgumentException(
            "'" + id + "' is not an id: use a-z and -, and not " + RESERVED_IDS);
      }
      name = Names.checked(name, id + ": name");
      places =
          copyOrEmpty(places).stream().map(place -> Names.checked(place, id + ": places")).toList();
      postcodes = copyOrEmpty(postcodes);
      postcodes.forEach(Postcodes::of);
      deadlines = deadlines == null ? Deadlines.defaults() : deadlines;
      articles = articles == null ? Map.of() : Map.copyOf(articles);
    }
  }

  /**
   * Deadlines of a municipality.
   *
   * @param firstReading working days after the day of receipt within which a report must be read; 1
   *     when left out
   * @param retention days after closing until a report is purged; the setting of the installation
   *     when left out
   */
  public record Deadlines(
      @JsonProperty("first-reading") Optional<Integer> firstReading,
      @JsonProperty("retention-days") Optional<Integer> retention) {

    private static final int MAX_WORKING_DAYS = 30;
    private static final int MAX_RETENTION_DAYS = 3_650;

    public Deadlines {
      requireWithin(
          0, firstReading, MAX_WORKING_DAYS, "'first-reading' must be a number of working days");
      requireWithin(1, retention, MAX_RETENTION_DAYS, "'retention-days' must be a number of days");
    }

    private static void requireWithin(int min, Optional<Integer> value, int max, String name) {
      if (value.isPresent() && (value.get() < min || value.get() > max)) {
        throw new IllegalArgumentException(name + " from " + min + " to " + max);
      }
    }

    static Deadlines defaults() {
      return new Deadlines(Optional.empty(), Optional.empty());
    }
  }

  /**
   * Reads {@code region.yaml}.
   *
   * @param folder the folder of the region
   * @throws InvalidContentException with file, line and reason
   */
  public static Region read(Path folder) {
    String file = RegionFolder.displayName(folder) + "/" + FILE;
    Region region = YamlFile.readFile(folder.resolve(FILE), file, Region.class);
    new RegionCheck(folder.resolve(FILE), file, region).run();
    return region;
  }

  /**
   * @throws IllegalArgumentException when a region or municipality cannot have this name
   */
  public static void requireName(String name) {
    Names.checked(name, "name");
  }

  public Optional<Municipality> byId(String id) {
    return municipalities.stream().filter(municipality -> municipality.id().equals(id)).findFirst();
  }

  public List<String> ids() {
    return municipalities.stream().map(Municipality::id).toList();
  }

  /** The names of all municipalities as a list in the language: A, B and C. */
  public String municipalityNames(Language language) {
    return TextParameters.list(municipalities.stream().map(Municipality::name).toList(), language);
  }

  /** The name of the region; without a name, the list of its municipalities. */
  public String displayName(Language language) {
    return name.orElseGet(() -> municipalityNames(language));
  }

  /**
   * The parameters of texts: {@code region}, {@code municipalities} and {@code municipality_count}.
   */
  public TextParameters textParameters() {
    return new TextParameters(
        TEXT_PARAMETERS,
        language ->
            Map.of(
                "region", displayName(language),
                "municipalities", municipalityNames(language),
                "municipality_count", municipalities.size()));
  }
}
