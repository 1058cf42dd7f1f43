package nl.uitweg.signal;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import nl.uitweg.region.Region;
import nl.uitweg.sealing.Sealer;

/**
 * The clock everyone uses, and the check at start-up that every municipality has a keyset to seal
 * for.
 */
@ApplicationScoped
class SignalConfiguration {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  void check(@Observes StartupEvent start, Region region, Sealer sealer) {
    for (String municipality : region.ids()) {
      if (!sealer.knows(municipality)) {
        throw new IllegalStateException(
            "There is no public keyset for " + municipality + "; make one with bin/keys");
      }
    }
  }
}
