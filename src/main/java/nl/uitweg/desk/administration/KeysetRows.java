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

/**
 * Prepares the table of keysets for the administrator: names, numbers of keys, and whether the
 * private keyset matches the public one. It contains nothing secret.
 */
@Singleton
class KeysetRows {

  private final KeySettings keys;
  private final KeysetPairCheck pairs;
  private final Region region;

  KeysetRows(KeySettings keys, KeysetPairCheck pairs, Region region) {
    this.keys = keys;
    this.pairs = pairs;
    this.region = region;
  }

  /**
   * @param keyCount number of keys in the public keyset
   * @param primary id of the key with which new reports are sealed
   * @param privateKeyset whether the private keyset is present and matches, as text
   * @param needsAttention whether a key is missing or does not match
   */
  record Row(
      String name, int keyCount, String primary, String privateKeyset, boolean needsAttention) {}

  List<Row> all(Texts texts) {
    List<KeysetState> states = keys.directory().map(KeysetRows::states).orElse(List.of());
    List<Row> rows = new ArrayList<>();
    for (KeysetState state : states) {
      Optional<Region.Municipality> municipality = region.byId(state.name());
      boolean recovery = state.name().equals(Sealer.RECOVERY);
      boolean matches = municipality.isPresent() && pairs.match(state.name());
      String privateKeyset =
          recovery
              ? "administration.key-offline"
              : matches ? "administration.key-fits" : "administration.key-missing";
      rows.add(
          new Row(
              recovery
                  ? texts.get("administration.key-recovery")
                  : municipality.map(Region.Municipality::name).orElse(state.name()),
              state.keys(),
              state.primary(),
              texts.get(privateKeyset),
              state.keys() == 0 || (municipality.isPresent() && !matches)));
    }
    return rows;
  }

  private static List<KeysetState> states(Path folder) {
    return KeysetState.in(folder);
  }
}
