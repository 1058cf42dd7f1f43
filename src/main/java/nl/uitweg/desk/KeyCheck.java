package nl.uitweg.desk;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import nl.uitweg.platform.sealing.BlindIndex;
import nl.uitweg.platform.sealing.DeskSeal;
import nl.uitweg.platform.sealing.KeyPairs;
import nl.uitweg.platform.settings.Portal;
import nl.uitweg.region.Region;

/**
 * Stops the start-up of a desk that lacks the keys to decrypt reports, so that an administrator
 * sees the error in the log before an officer runs into it. The public tier has no private keys and
 * is not checked.
 */
@Singleton
class KeyCheck {

  void check(
      @Observes StartupEvent start,
      Portal portal,
      Region region,
      Instance<KeyPairs> pairs,
      Instance<BlindIndex> index,
      Instance<DeskSeal> tokens) {
    if (portal.tier().servesBackoffice()) {
      pairs.get().require(region.ids());
      index.get();
      tokens.get();
    }
  }
}
