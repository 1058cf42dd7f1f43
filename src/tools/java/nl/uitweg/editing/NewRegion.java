package nl.uitweg.editing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nl.uitweg.command.CommandLines;
import nl.uitweg.region.RealmFile;
import nl.uitweg.region.Region;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command line of {@code bin/new-region}: writes the folder of a region, ready to be filled in. */
@Command(
    name = "bin/new-region",
    synopsisSubcommandLabel = "[TASK]",
    commandListHeading = "Other tasks:%n",
    description =
        "Writes the folder of another region: municipalities, organisations and login groups.",
    footer = {
      "",
      "Example: bin/new-region Rivierenland --municipalities \"Tiel,West Maas en Waal,Zaltbommel\"",
      "docs/regions.md says what to fill in. Needs a JDK and Maven."
    })
public final class NewRegion implements Callable<Integer> {

  private static final Path SHIPPED_REALM = Path.of("deploy/keycloak/uitweg-realm.json");

  /** Directory in which the command was called; a relative folder is relative to it. */
  private static final String CALLER_DIRECTORY = "caller.directory";

  private static final String REALM = "uitweg-realm.json";

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "Name of the region as it reads after \"in\": Rivierenland.")
  private @Nullable String name;

  @Option(
      names = "--municipalities",
      paramLabel = "\"A,B,C\"",
      description = "Names of the municipalities; separate names that contain a comma by ;")
  private @Nullable String municipalities;

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description = "Folder to write (default: the name in lower case).")
  private @Nullable Path directory;

  NewRegion() {}

  public static void main(String[] arguments) {
    System.exit(CommandLines.of(new NewRegion()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    if (name == null || municipalities == null) {
      throw new IllegalStateException("NAME and --municipalities are required; see --help");
    }
    Path folder =
        Path.of(System.getProperty(CALLER_DIRECTORY, ""))
            .resolve(directory == null ? Path.of(RegionTemplate.id(name)) : directory);
    String separator = municipalities.indexOf(';') < 0 ? "," : ";";
    Region region = write(name, List.of(municipalities.split(separator, -1)), folder);
    CommandLines.OUT.println(nextSteps(folder, region));
    return 0;
  }

  /** Writes the realm of a region that exists; after a municipality was added, for example. */
  @Command(
      name = "--realm",
      description = "REGION_FOLDER: writes uitweg-realm.json again, with the groups of the region.")
  void writeRealm(@Parameters(paramLabel = "REGION_FOLDER") Path folder) throws IOException {
    Path resolved = Path.of(System.getProperty(CALLER_DIRECTORY, "")).resolve(folder);
    writeRealm(resolved, Region.read(resolved));
  }

  /**
   * Writes the folder of a region.
   *
   * @return the region as start-up reads it
   * @throws IllegalStateException when the folder exists and is not empty, or a name is not allowed
   */
  static Region write(String name, List<String> municipalities, Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new IllegalStateException(folder + " exists and is not empty; nothing was written");
        }
      }
    }
    RegionTemplate template = new RegionTemplate(name.strip(), municipalities);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("region.yaml"), template.regionFile());
    Files.writeString(folder.resolve("organisations.yaml"), RegionTemplate.ORGANISATIONS);
    Region region = Region.read(folder);
    writeRealm(folder, region);
    return region;
  }

  private static void writeRealm(Path folder, Region region) throws IOException {
    Files.writeString(
        folder.resolve(REALM), RealmFile.of(SHIPPED_REALM, region).toPrettyString() + "\n");
  }

  private static String nextSteps(Path folder, Region region) {
    return """
    Written: %1$s with region.yaml, organisations.yaml and uitweg-realm.json.

    Next:
    1. Fill in region.yaml: places, postcodes and contacts, each with its source.
    2. Name the local organisations in organisations.yaml; their texts go to texts/organisations.
    3. bin/check-content %1$s
    4. bin/run --region %1$s --data data-%2$s   shows the region
    5. bin/keys create FOLDER %3$s
    6. Import %1$s/uitweg-realm.json into the login provider.
    7. Start the site with PORTAL_REGION_DIRECTORY=%4$s\
    """
        .formatted(
            folder,
            Objects.requireNonNull(folder.getFileName()),
            String.join(" ", region.ids()),
            folder.toAbsolutePath());
  }
}
