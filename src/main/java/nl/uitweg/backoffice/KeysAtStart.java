package nl.uitweg.backoffice;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import nl.uitweg.page.Portal;
import nl.uitweg.region.Region;
import nl.uitweg.sealing.BlindIndex;
import nl.uitweg.sealing.DeskSeal;
import nl.uitweg.sealing.KeyPairs;

/**
 * A desk that cannot open reports does not start: better a sentence in the log of today than an
 * officer who finds it out. The public tier has no private keys and does not ask.
 */
@Singleton
class KeysAtStart {

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
