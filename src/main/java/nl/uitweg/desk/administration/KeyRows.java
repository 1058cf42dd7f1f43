package nl.uitweg.desk.administration;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.KeySettings;
import nl.uitweg.platform.sealing.KeysetPairCheck;
import nl.uitweg.platform.sealing.KeysetState;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.region.Region;

/** The state of the keysets: names, numbers and whether they fit; nothing secret. */
@Singleton
class KeyRows {

  private final KeySettings keys;
  private final KeysetPairCheck pairs;
  private final Region region;

  KeyRows(KeySettings keys, KeysetPairCheck pairs, Region region) {
    this.keys = keys;
    this.pairs = pairs;
    this.region = region;
  }

  /**
   * @param keys how many keys the public keyset holds
   * @param primary number of the key that new reports use
   * @param here in words, whether the private keyset is here and fits
   */
  record Row(String name, int keys, String primary, String here, boolean wrong) {}

  List<Row> all(Texts texts) {
    List<KeysetState> states = keys.directory().map(KeyRows::states).orElse(List.of());
    List<Row> rows = new ArrayList<>();
    for (KeysetState state : states) {
      Optional<Region.Municipality> municipality = region.byId(state.name());
      boolean recovery = state.name().equals(Sealer.RECOVERY);
      boolean fits = municipality.isPresent() && pairs.match(state.name());
      String here =
          recovery
              ? "administration.key-offline"
              : fits ? "administration.key-fits" : "administration.key-missing";
      rows.add(
          new Row(
              recovery
                  ? texts.get("administration.key-recovery")
                  : municipality.map(Region.Municipality::name).orElse(state.name()),
              state.keys(),
              state.primary(),
              texts.get(here),
              state.keys() == 0 || (municipality.isPresent() && !fits)));
    }
    return rows;
  }

  private static List<KeysetState> states(Path folder) {
    return KeysetState.in(folder);
  }
}
