package nl.uitweg.desk.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.region.Region;
import nl.uitweg.report.ReportIndexer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Indexes what came in, every minute, on the desk tier: search, filters, related reports and
 * figures know a report before anybody has opened the inbox. A transaction per batch, so that no
 * officer waits for the whole of a flood.
 */
@ApplicationScoped
class IndexingJob {

  private final ReportIndexer indexer;
  private final DatabaseAccess access;
  private final Region region;
  private final boolean mine;

  IndexingJob(
      ReportIndexer indexer,
      DatabaseAccess access,
      Region region,
      @ConfigProperty(name = "portal.tier", defaultValue = "all") String tier) {
    this.indexer = indexer;
    this.access = access;
    this.region = region;
    this.mine = !tier.equals("public");
  }

  @Scheduled(
      every = "${portal.rounds.every:1m}",
      delayed = "${portal.rounds.delay:20s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void everyMinute() {
    if (!mine) {
      return;
    }
    int indexed;
    do {
      indexed = QuarkusTransaction.requiringNew().call(this::batch);
    } while (indexed > 0);
  }

  private int batch() {
    access.asDesk(region.ids());
    return indexer.indexPending(region.ids());
  }
}
