package nl.uitweg.desk.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.region.Region;
import nl.uitweg.report.Meeting;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Meets what came in, every minute, on the back-office tier: search, filters, related reports and
 * figures know a report before anybody has opened the inbox. A transaction per batch, so that no
 * officer waits for the whole of a flood.
 */
@ApplicationScoped
class Arrivals {

  private final Meeting meeting;
  private final DatabaseAccess access;
  private final Region region;
  private final boolean mine;

  Arrivals(
      Meeting meeting,
      DatabaseAccess access,
      Region region,
      @ConfigProperty(name = "portal.tier", defaultValue = "all") String tier) {
    this.meeting = meeting;
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
    int met;
    do {
      met = QuarkusTransaction.requiringNew().call(this::some);
    } while (met > 0);
  }

  private int some() {
    access.desk(region.ids());
    return meeting.meetSome(region.ids());
  }
}
