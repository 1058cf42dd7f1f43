package nl.uitweg.report.indexing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.ReportState;

/**
 * The outcome of a report, chosen by the officer who closes it. It is stored as a blind index, like
 * labels. Only a closed report has one. Callers must have started a transaction.
 */
@Singleton
public class Outcomes {

  /** A reason to close a report, with the keys of the outcomes that belong to it. */
  public record Reason(String key, List<String> outcomes) {

    public Reason {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * The reasons and outcomes, in the order in which the desk lists them. The meaning of an outcome
   * never changes.
   */
  public static final List<Reason> REASONS =
      List.of(
          new Reason("done", List.of("help", "investigation", "municipality")),
          new Reason("passed-on", List.of("elsewhere")),
          new Reason("stopped", List.of("unfounded", "too-little", "no-answer", "duplicate")),
          new Reason("different", List.of("other")));

  /** Keys of all outcomes, in the same order. */
  public static final List<String> ALL =
      REASONS.stream().flatMap(reason -> reason.outcomes().stream()).toList();

  private final Facets facets;

  Outcomes(Facets facets) {
    this.facets = facets;
  }

  /**
   * Replaces the outcome of a report. Stores the new one only when the report is closed and the
   * outcome is one of {@link #ALL}.
   */
  public void replace(Report report, String outcome) {
    of(report).ifPresent(old -> facets.remove(report.id(), Facets.OUTCOME, old));
    if (report.state() == ReportState.CLOSED && ALL.contains(outcome)) {
      facets.add(report.id(), Facets.OUTCOME, outcome);
    }
  }

  /** The outcome of a report; empty when none was chosen. */
  public Optional<String> of(Report report) {
    return facets
        .of(List.of(report.id()), Facets.OUTCOME, ALL)
        .getOrDefault(report.id(), List.of())
        .stream()
        .findFirst();
  }
}
