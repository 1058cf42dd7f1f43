package nl.uitweg.platform.sealing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names sealed content by what it is now, without opening it: another content has another name. */
public final class Fingerprints {

  /** The fingerprint of a key that is missing or cannot be read; no key has it. */
  public static final String NONE = "none";

  private Fingerprints() {}

  /** SHA-256 of a ciphertext; hexadecimal. */
  public static String ofContent(byte[] sealed) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sealed));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /**
   * The key inside a wrapped key, whoever it is wrapped for; hexadecimal. Holds only for a key that
   * {@link Opener} unwrapped from the same bytes.
   */
  public static String ofKey(byte[] wrapped) {
    try {
      return HexFormat.of().formatHex(KeyEnvelope.commitment(wrapped));
    } catch (UnsealException e) {
      return NONE;
    }
  }
}
