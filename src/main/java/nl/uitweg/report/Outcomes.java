package nl.uitweg.report;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import nl.uitweg.report.content.ReportState;

/**
 * What came of a report, chosen by the officer who closes it; a blind index, as labels are. Only a
 * closed report has one. Callers open the transaction.
 */
@Singleton
public class Outcomes {

  /** Keys, in the order of the list; one in use keeps its meaning. */
  public static final List<String> ALL =
      List.of(
          "help", "investigation", "municipality", "elsewhere", "unfounded", "too-little", "other");

  private final Facets facets;

  Outcomes(Facets facets) {
    this.facets = facets;
  }

  /** Forgets the outcome of before; notes the new one when it is one of {@link #ALL}. */
  public void note(Report report, String outcome) {
    of(report).ifPresent(old -> facets.remove(report.id(), Facets.OUTCOME, old));
    if (report.state() == ReportState.CLOSED && ALL.contains(outcome)) {
      facets.add(report.id(), Facets.OUTCOME, outcome);
    }
  }

  public Optional<String> of(Report report) {
    return facets
        .of(List.of(report.id()), Facets.OUTCOME, ALL)
        .getOrDefault(report.id(), List.of())
        .stream()
        .findFirst();
  }
}
