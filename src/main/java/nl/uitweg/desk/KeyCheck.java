package nl.uitweg.desk;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import nl.uitweg.platform.sealing.BlindIndex;
import nl.uitweg.platform.sealing.DeskSeal;
import nl.uitweg.platform.sealing.KeysetPairCheck;
import nl.uitweg.platform.settings.Portal;
import nl.uitweg.region.Region;

/**
 * A desk that cannot open reports does not start: better a sentence in the log of today than an
 * officer who finds it out. The public tier has no private keys and does not ask.
 */
@Singleton
class KeyCheck {

  void check(
      @Observes StartupEvent start,
      Portal portal,
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
