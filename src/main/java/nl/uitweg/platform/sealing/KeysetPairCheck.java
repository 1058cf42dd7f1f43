package nl.uitweg.platform.sealing;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;

/**
 * Tries whether what is sealed for a municipality opens here; a keyset of another installation, or
 * of before a rotation, does not.
 */
@Singleton
public class KeysetPairCheck {

  private static final String PURPOSE = "check";

  private final Sealer sealer;
  private final Opener opener;

  KeysetPairCheck(Sealer sealer, Opener opener) {
    this.sealer = sealer;
    this.opener = opener;
  }

  /** Whether its private keyset is here and belongs to its public one. */
  public boolean match(String municipality) {
    try {
      UUID id = UUID.randomUUID();
      byte[] wrapped = sealer.wrapFor(municipality, sealer.freshKey(), PURPOSE, id);
      opener.unwrap(municipality, PURPOSE, id, wrapped);
      return true;
    } catch (UnsealException | IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * @throws IllegalStateException naming the private keyset that is missing or does not belong to
   *     its public one
   */
  public void requireMatching(Collection<String> municipalities) {
    for (String municipality : municipalities) {
      if (!opener.knows(municipality)) {
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
                + ".public.json: what is sealed now could not be read");
      }
    }
  }
}
