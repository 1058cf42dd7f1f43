package nl.uitweg.testsupport;

import java.util.List;

/** The fictional region of tests, {@code src/test/content/region.yaml}. */
public final class TestRegion {

  /** Ids of its municipalities, in the order of the file. */
  public static final List<String> MUNICIPALITIES =
      List.of("lindestede", "ankerdaal", "zilvervoort");

  private TestRegion() {}
}
