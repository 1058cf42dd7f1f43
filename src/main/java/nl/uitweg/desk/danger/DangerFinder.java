package nl.uitweg.desk.danger;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.indexing.Facets;
import nl.uitweg.report.indexing.ReportIndexer;

/**
 * Marks a report in which words of danger occur when it or a message is indexed. Only the mark is
 * stored, as a blind index; the words are found again each time the report is opened.
 */
@Singleton
class DangerFinder implements ReportIndexer.FacetFinder {

  private final DangerWords words;
  private final Facets facets;

  DangerFinder(DangerWords words, Facets facets) {
    this.words = words;
    this.facets = facets;
  }

  @Override
  public void find(UUID report, ReportContent content, Map<UUID, String> messages) {
    if (!words.in(content).isEmpty()) {
      facets.add(report, Facets.DANGER, Facets.FOUND);
    }
    messages.forEach(
        (message, text) -> {
          if (!words.in(text, content.language()).isEmpty()) {
            facets.addFromMessage(message, report, Facets.DANGER, Facets.FOUND);
          }
        });
  }
}
