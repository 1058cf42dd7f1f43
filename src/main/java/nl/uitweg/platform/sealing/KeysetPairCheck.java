package nl.uitweg.platform.sealing;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;

/**
 * Checks that the public and the private keyset of a municipality belong together, by wrapping and
 * unwrapping a key. They do not belong together when one is from another installation or from
 * before a rotation.
 */
@Singleton
public class KeysetPairCheck {

  private static final String KEY_NAME = "check";

  private final Sealer sealer;
  private final Opener opener;

  KeysetPairCheck(Sealer sealer, Opener opener) {
    this.sealer = sealer;
    this.opener = opener;
  }

  /**
   * Whether the private keyset is present and matches its public keyset.
   *
   * @param keysetName a municipality or {@link Sealer#CARE}
   */
  public boolean match(String keysetName) {
    try {
      UUID id = UUID.randomUUID();
      byte[] wrapped = sealer.wrapFor(keysetName, sealer.freshKey(), KEY_NAME, id);
      opener.unwrap(keysetName, KEY_NAME, id, wrapped);
      return true;
    } catch (UnsealException | IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Requires matching keysets for all municipalities.
   *
   * @throws IllegalStateException naming the private keyset that is missing or does not match its
   *     public keyset
   */
  public void requireMatching(Collection<String> municipalities) {
    for (String municipality : municipalities) {
      if (!opener.hasKeyset(municipality)) {
        throw new IllegalStateException(
            "portal.keys.private-directory has no "
                + municipality
                + ".private.json; without it reports of "
                + municipality
                + " cannot be read");
      }
      if (!match(municipality)) {
        throw new IllegalStateException(
            "The private keyset "
                + municipality
                + ".private.json does not belong to the public keyset "
                + municipality
                + ".public.json: new reports could not be decrypted");
      }
    }
  }
}
