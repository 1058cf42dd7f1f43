package nl.uitweg.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.uitweg.region.Region;

/** Fictional regions of up to thirty municipalities, from {@code regions/thirty.yaml}. */
public final class LargeRegion {

  private static final Path THIRTY = Path.of("src/test/resources/regions/thirty.yaml");

  private LargeRegion() {}

  /**
   * Writes the region into its folder.
   *
   * @param folder the folder of the region
   * @param size number of municipalities, of thirty
   */
  public static void write(Path folder, int size) throws IOException {
    List<String> lines = Files.readAllLines(THIRTY);
    long heading = lines.stream().takeWhile(line -> !line.startsWith("  - ")).count();
    Files.createDirectories(folder);
    Files.write(folder.resolve("region.yaml"), lines.subList(0, (int) heading + size));
  }

  /** Reads the region, after it was written into this folder. */
  public static Region read(Path folder, int size) throws IOException {
    write(folder, size);
    return Region.read(folder);
  }
}
