package nl.uitweg.platform.sealing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Computes fingerprints of sealed content and of wrapped keys without decrypting them. Changed
 * content has another fingerprint.
 */
public final class Fingerprints {

  /** Stands for a key that is missing or cannot be read; no key has this fingerprint. */
  public static final String NONE = "none";

  private Fingerprints() {}

  /** SHA-256 of a ciphertext; hexadecimal. */
  public static String ofContent(byte[] sealed) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sealed));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime does not support SHA-256", e);
    }
  }

  /**
   * The commitment of a wrapped key, equal for every keyset; hexadecimal. It is authentic only
   * after {@link Opener} unwrapped the key from the same bytes.
   */
  public static String ofKey(byte[] wrapped) {
    try {
      return HexFormat.of().formatHex(KeyEnvelope.commitment(wrapped));
    } catch (UnsealException e) {
      return NONE;
    }
  }
}
