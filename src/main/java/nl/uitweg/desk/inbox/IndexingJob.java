package nl.uitweg.desk.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.region.Region;
import nl.uitweg.report.ReportIndexer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Indexes new reports and messages every minute on the desk tier, so that search, filters, related
 * reports and figures include a report before anybody has opened the inbox. Each batch has its own
 * transaction, so that an officer does not have to wait until a whole flood of reports is indexed.
 */
@ApplicationScoped
class IndexingJob {

  private final ReportIndexer indexer;
  private final DatabaseAccess access;
  private final Region region;
  private final boolean isDesk;

  IndexingJob(
      ReportIndexer indexer,
      DatabaseAccess access,
      Region region,
      @ConfigProperty(name = "portal.tier", defaultValue = "all") String tier) {
    this.indexer = indexer;
    this.access = access;
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
    int indexed;
    do {
      indexed = QuarkusTransaction.requiringNew().call(this::indexBatch);
    } while (indexed > 0);
  }

  private int indexBatch() {
    access.asDesk(region.ids());
    return indexer.indexPending(region.ids());
  }
}
