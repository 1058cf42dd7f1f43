package nl.uitweg.desk;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import nl.uitweg.platform.sealing.BlindIndex;
import nl.uitweg.platform.sealing.DeskSeal;
import nl.uitweg.platform.sealing.KeysetPairCheck;
import nl.uitweg.platform.settings.PortalSettings;
import nl.uitweg.region.Region;

/**
 * Stops the start-up of a desk that lacks a key: a private keyset, the key of the blind index, or
 * the key that seals the tokens of forms. An administrator then sees the error in the log before an
 * officer runs into it. The public tier has no private keys and is not checked.
 */
@Singleton
class KeyCheck {

  void check(
      @Observes StartupEvent start,
      PortalSettings portal,
      Region region,
      Instance<KeysetPairCheck> pairs,
      Instance<BlindIndex> index,
      Instance<DeskSeal> tokens) {
    if (portal.tier().servesBackoffice()) {
      pairs.get().requireMatching(region.ids());
      index.get();
      tokens.get();
    }
  }
}
