package nl.uitweg.desk.administration;

import jakarta.inject.Singleton;
import java.util.List;
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
   * @param primary id of the primary key, with which the keys of new reports are wrapped
   * @param privateKeyset whether the private keyset is present and matches, as text
   * @param needsAttention whether the public keyset is empty, or a private keyset that should be
   *     here is missing or does not match
   */
  record Row(
      String name, int keyCount, String primary, String privateKeyset, boolean needsAttention) {}

  List<Row> all(Texts texts) {
    return keys.directory().map(KeysetState::in).orElse(List.of()).stream()
        .map(state -> row(state, texts))
        .toList();
  }

  private Row row(KeysetState state, Texts texts) {
    boolean checked = region.byId(state.name()).isPresent() || state.name().equals(Sealer.CARE);
    boolean matches = checked && pairs.match(state.name());
    return new Row(
        name(state.name(), texts),
        state.keys(),
        state.primary(),
        texts.get(privateKeyset(state.name(), matches)),
        state.keys() == 0 || (checked && !matches));
  }

  private String name(String keyset, Texts texts) {
    return switch (keyset) {
      case Sealer.RECOVERY -> texts.get("administration.key-recovery");
      case Sealer.CARE -> texts.get("administration.key-care");
      default -> region.byId(keyset).map(Region.Municipality::name).orElse(keyset);
    };
  }

  private static String privateKeyset(String keyset, boolean matches) {
    if (keyset.equals(Sealer.RECOVERY)) {
      return "administration.key-offline";
    }
    return matches ? "administration.key-fits" : "administration.key-missing";
  }
}
