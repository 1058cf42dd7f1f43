package nl.uitweg.desk.related;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.indexing.Facets;
import nl.uitweg.report.indexing.ReportIndexer;

/**
 * Finds the traces in a report and its messages when they are indexed, and adds their blind indexes
 * to the report.
 */
@Singleton
class TraceFinder implements ReportIndexer.FacetFinder {

  private final Facets facets;

  TraceFinder(Facets facets) {
    this.facets = facets;
  }

  @Override
  public void find(UUID report, ReportContent content, Map<UUID, String> messages) {
    Traces.of(content).forEach(trace -> facets.add(report, trace.kind().key(), trace.value()));
    messages.forEach(
        (message, text) ->
            Traces.inMessage(text)
                .forEach(
                    trace ->
                        facets.addFromMessage(message, report, trace.kind().key(), trace.value())));
  }
}
