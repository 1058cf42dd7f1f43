package nl.uitweg.report;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.region.Region;

/**
 * Produces the application clock, and verifies at start-up that every municipality has a public
 * keyset.
 */
@ApplicationScoped
class ReportConfiguration {

  /**
   * Runs before the desk compares private and public keysets, so that a missing keyset is reported
   * by name.
   */
  private static final int CHECK_PRIORITY = 1;

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  void check(@Observes @Priority(CHECK_PRIORITY) StartupEvent start, Region region, Sealer sealer) {
    for (String municipality : region.ids()) {
      if (!sealer.hasKeyset(municipality)) {
        throw new IllegalStateException(
            "There is no public keyset for " + municipality + "; create one with bin/keys");
      }
    }
  }
}
