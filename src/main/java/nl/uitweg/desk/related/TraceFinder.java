package nl.uitweg.desk.related;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.indexing.Facets;
import nl.uitweg.report.indexing.ReportIndexer;

/**
 * Adds the blind indexes of its traces to a report, when the desk indexes the report or a message
 * in it for the first time.
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
