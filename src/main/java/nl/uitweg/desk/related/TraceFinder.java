package nl.uitweg.desk.related;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.uitweg.desk.address.AddressIndexes.Index;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.indexing.Facets;
import nl.uitweg.report.indexing.ReportIndexer;

/**
 * Finds the traces in a report and its messages when they are indexed, and adds their blind indexes
 * to the report.
 */
@Singleton
class TraceFinder implements ReportIndexer.FacetFinder {

  private final Traces traces;
  private final Facets facets;

  TraceFinder(Traces traces, Facets facets) {
    this.traces = traces;
    this.facets = facets;
  }

  @Override
  public void find(UUID report, ReportContent content, Map<UUID, String> messages) {
    for (FoundTrace found : traces.find(content, List.of())) {
      found.exact().forEach(index -> facets.addTrace(report, index.kind(), index.value()));
      found.similar().stream()
          .collect(groupingBy(Index::kind, mapping(Index::value, toList())))
          .forEach((kind, values) -> facets.addSimilar(report, kind, values));
    }
    messages.forEach(
        (message, text) ->
            Traces.inMessage(text)
                .forEach(
                    trace ->
                        facets.addTraceFromMessage(
                            message, report, trace.kind().key(), trace.value())));
  }
}
