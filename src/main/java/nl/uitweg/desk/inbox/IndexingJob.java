package nl.uitweg.desk.inbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import nl.uitweg.region.Region;
import nl.uitweg.report.indexing.ReportIndexer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Indexes new reports and messages every minute on the desk tier, so that search, filters, related
 * reports and figures include a report before anybody has opened the inbox. Each batch has its own
 * transaction, so that an officer does not have to wait until a whole flood of reports is indexed.
 * Each run also tries again some of the reports that could not be indexed before.
 */
@ApplicationScoped
class IndexingJob {

  private final ReportIndexer indexer;
  private final Region region;
  private final boolean isDesk;

  IndexingJob(
      ReportIndexer indexer,
      Region region,
      @ConfigProperty(name = "portal.tier", defaultValue = "all") String tier) {
    this.indexer = indexer;
    this.region = region;
    this.isDesk = !tier.equals("public");
  }

  @Scheduled(
      every = "${portal.jobs.every:1m}",
      delayed = "${portal.jobs.delay:20s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void indexPending() {
    if (!isDesk) {
      return;
    }
    int tried;
    do {
      tried = indexer.indexBatch(region.ids());
    } while (tried > 0);
    indexer.retryFailed(region.ids());
  }
}
