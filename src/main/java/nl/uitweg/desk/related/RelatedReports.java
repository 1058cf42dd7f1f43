package nl.uitweg.desk.related;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.desk.address.Certainty;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.report.indexing.Facets;

/**
 * Finds reports of the last twelve months that share a trace with a report, and stores which are
 * about different cases. Reports about the same case are in one dossier.
 */
@ApplicationScoped
class RelatedReports {

  private static final int LOOKBACK_MONTHS = 12;

  /** Maximum number of reports that are shown for each trace and certainty. */
  static final int MAX_REPORTS_PER_TRACE = 20;

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
   * @param reports other reports that the officer may see, the surest first and then the newest, at
   *     most one more than {@link #MAX_REPORTS_PER_TRACE} for each certainty
   */
  record TraceMatches(FoundTrace trace, List<RelatedReport> reports) {}

  /** The matches of each trace of a report, in the order of the traces. */
  List<TraceMatches> find(UUID report, List<FoundTrace> traces) {
    LocalDate since = DutchTime.today(clock).minusMonths(LOOKBACK_MONTHS);
    return traces.stream()
        .map(trace -> new TraceMatches(trace, related(Optional.of(report), trace, since)))
        .toList();
  }

  /** The reports with a trace that an officer searches for, however old. */
  List<RelatedReport> search(FoundTrace trace) {
    return related(Optional.empty(), trace, LocalDate.EPOCH);
  }

  private List<RelatedReport> related(Optional<UUID> report, FoundTrace trace, LocalDate since) {
    Map<String, Certainty> lookups = new LinkedHashMap<>();
    trace
        .lookups()
        .forEach((index, sure) -> lookups.put(facets.indexHex(index.kind(), index.value()), sure));
    return store.related(report, lookups, since, MAX_REPORTS_PER_TRACE + 1);
  }

  /** Stores that two reports are about different cases. */
  void reject(UUID report, UUID other, String officer) {
    store.reject(report, other, officer, clock.instant());
  }

  /** Forgets that two reports are about different cases. */
  void forgetRejection(UUID report, UUID other) {
    store.forgetRejection(report, other);
  }
}
