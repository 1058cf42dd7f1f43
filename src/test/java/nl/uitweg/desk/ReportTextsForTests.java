package nl.uitweg.desk;

import nl.uitweg.region.Region;

/** Makes {@link ReportTexts} without a server. */
public final class ReportTextsForTests {

  private ReportTextsForTests() {}

  public static ReportTexts of(Region region) {
    return new ReportTexts(region);
  }
}
