package nl.uitweg.desk.statistics;

import java.util.List;

/**
 * The content of the statistics page and of the half-year report.
 *
 * @param subject name of the municipality or the region
 * @param period the chosen period as text
 * @param problem what is wrong with the chosen period; empty when it is valid
 * @param publishable key of the half-year that this user may publish or withdraw; empty when there
 *     is none
 * @param published whether that half-year is published now
 * @param query query string of the links to the PDF and the CSV file
 */
record StatisticsPage(
    String subject,
    String period,
    String problem,
    List<Option> subjects,
    List<Option> from,
    List<Option> to,
    List<Chart> charts,
    String publishable,
    boolean published,
    String query) {

  /** One option of a list. */
  record Option(String value, String text, boolean chosen) {}
}
