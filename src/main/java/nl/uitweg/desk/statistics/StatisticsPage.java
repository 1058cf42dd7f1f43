package nl.uitweg.desk.statistics;

import java.util.Comparator;
import java.util.List;

/**
 * The content of the statistics page and of the half-year report.
 *
 * @param subject name of the municipality or the region
 * @param period the chosen period as text
 * @param problem what is wrong with the chosen period; empty when it is valid
 * @param query query string of the links to the PDF and the CSV file
 */
record StatisticsPage(
    String subject,
    String period,
    String problem,
    Form form,
    Content content,
    Publication publication,
    String query) {

  /** The lists from which the user chooses. */
  record Form(List<Option> subjects, List<Option> from, List<Option> to) {}

  /**
   * The figures.
   *
   * @param full whether nothing is hidden, so that they must not leave the desk
   * @param region whether they are those of the region
   * @param until last day that they cover, as text; empty when the period has ended
   */
  record Content(boolean full, boolean region, String until, List<Chart> charts, Trend trend) {

    public List<Chart> nature() {
      return of(Chart.Group.NATURE);
    }

    public List<Chart> evaluation() {
      return of(Chart.Group.EVALUATION);
    }

    public List<Chart> more() {
      return of(Chart.Group.MORE);
    }

    /** Charts with an image first. */
    private List<Chart> of(Chart.Group group) {
      return charts.stream()
          .filter(chart -> chart.group() == group)
          .sorted(Comparator.comparing(chart -> !chart.picture().exists()))
          .toList();
    }
  }

  /**
   * Whether the figures are on the public site.
   *
   * @param halfYear key of the half-year that this user may publish or withdraw; empty when there
   *     is none
   */
  record Publication(String halfYear, boolean published) {}

  /** One option of a list. */
  record Option(String value, String text, boolean chosen) {}
}
