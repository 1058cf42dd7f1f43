package nl.uitweg.desk.related;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import nl.uitweg.report.Facets;
import nl.uitweg.report.ReportIndexer;
import nl.uitweg.report.content.ReportContent;

/**
 * Gives every report the blind indexes of its traces, when the desk first indexes it or a message
 * in it.
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
        (message, typed) ->
            Traces.inMessage(typed)
                .forEach(
                    trace ->
                        facets.addFromMessage(message, report, trace.kind().key(), trace.value())));
  }
}
