package nl.uitweg.testsupport;

import java.nio.file.Path;
import nl.uitweg.region.Region;

/** The fictional region of tests. */
public final class TestRegion {

  static final Path FOLDER = Path.of("src/test/content/region");

  /** The region; its municipalities are in the order of the file. */
  public static final Region REGION = Region.read(FOLDER);

  private TestRegion() {}
}
