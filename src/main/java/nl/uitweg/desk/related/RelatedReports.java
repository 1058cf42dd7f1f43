package nl.uitweg.desk.related;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.report.indexing.Facets;

/**
 * Finds reports of the last twelve months that share a trace with a report, and stores whether they
 * are about the same case.
 */
@ApplicationScoped
class RelatedReports {

  private static final int LOOKBACK_MONTHS = 12;
  private static final int MAX_REPORTS_PER_TRACE = 20;

  private final LinkStore store;
  private final Facets facets;
  private final Clock clock;

  RelatedReports(LinkStore store, Facets facets, Clock clock) {
    this.store = store;
    this.facets = facets;
    this.clock = clock;
  }

  /**
   * A trace of a report, and the other reports that have it.
   *
   * @param reports other reports that the officer may see, newest first, at most 20
   */
  record TraceMatches(Trace trace, List<RelatedReport> reports) {}

  /** The matches of each trace of a report, in the order of the traces. */
  List<TraceMatches> find(UUID report, List<Trace> traces) {
    if (traces.isEmpty()) {
      return List.of();
    }
    Map<Trace, String> indexes = new LinkedHashMap<>();
    traces.forEach(trace -> indexes.put(trace, facets.indexHex(trace.kind().key(), trace.value())));
    LocalDate since = DutchTime.today(clock).minusMonths(LOOKBACK_MONTHS);
    return indexes.entrySet().stream()
        .map(
            entry ->
                new TraceMatches(
                    entry.getKey(),
                    store.related(report, entry.getValue(), since, MAX_REPORTS_PER_TRACE)))
        .toList();
  }

  /** Stores whether two reports are about the same case; replaces an earlier decision. */
  void decide(UUID report, UUID other, boolean confirmed, String officer) {
    store.decide(report, other, confirmed, officer, clock.instant());
  }
}
