package nl.uitweg.desk.related;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Finds the reports with an address, number or profile that an officer searches for, by the same
 * indexes as related reports: so in any spelling. Callers must have started a transaction.
 */
@Singleton
public class TraceSearch {

  private final Traces traces;
  private final RelatedReports relatedReports;

  TraceSearch(Traces traces, RelatedReports relatedReports) {
    this.traces = traces;
    this.relatedReports = relatedReports;
  }

  /**
   * A report that was found.
   *
   * @param textKey key of the text that says what it shares with the query, and how sure that is
   */
  public record Match(UUID report, LocalDate receivedOn, String textKey) {}

  /**
   * The reports with a trace of the query, each once, the surest of a trace first; at most a few
   * dozen for each trace.
   *
   * @param municipalities municipalities of the officer; when there is only one, an address without
   *     a place is taken to be there
   */
  public List<Match> find(String query, List<String> municipalities) {
    String municipality = municipalities.size() == 1 ? municipalities.get(0) : "";
    List<Match> matches = new ArrayList<>();
    Set<UUID> found = new HashSet<>();
    for (FoundTrace trace : traces.inQuery(query, municipality)) {
      for (RelatedReport other : relatedReports.search(trace)) {
        if (found.add(other.id())) {
          String key = "related.found-" + trace.textKey(other.certainty());
          matches.add(new Match(other.id(), other.receivedOn(), key));
        }
      }
    }
    return matches;
  }
}
