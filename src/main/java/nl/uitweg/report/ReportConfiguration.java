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
 * The clock everyone uses, and the check at start-up that every municipality has a keyset to seal
 * for.
 */
@ApplicationScoped
class ReportConfiguration {

  /** Before the desk compares private and public keysets: one that is missing has its own name. */
  private static final int FIRST = 1;

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  void check(@Observes @Priority(FIRST) StartupEvent start, Region region, Sealer sealer) {
    for (String municipality : region.ids()) {
      if (!sealer.knows(municipality)) {
        throw new IllegalStateException(
            "There is no public keyset for " + municipality + "; make one with bin/keys");
      }
    }
  }
}
