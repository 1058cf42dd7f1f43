package nl.uitweg.desk.statistics;

import java.util.List;

/**
 * What the page and the report show.
 *
 * @param of name of the municipality or the region
 * @param period in words
 * @param problem what was wrong with the choice; empty when nothing
 * @param publish the half-year that may be put on the public site or taken off it; else empty
 * @param published whether it is there
 * @param query for the links to the report
 */
record StatisticsPage(
    String of,
    String period,
    String problem,
    List<Option> subjects,
    List<Option> from,
    List<Option> to,
    List<Chart> charts,
    String publish,
    boolean published,
    String query) {

  /** One choice of a list. */
  record Option(String value, String text, boolean chosen) {}
}
