package nl.uitweg.platform.sealing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;

/**
 * The key of one report or one conversation, in the open only inside this package and only while it
 * is used.
 */
public final class ContentKey {

  static final int COMMITMENT_BYTES = 32;

  private final SecretBytes bytes;

  ContentKey(SecretBytes bytes) {
    this.bytes = bytes;
  }

  /** A fresh random key. */
  static ContentKey fresh() {
    return new ContentKey(SecretBytes.randomBytes(Primitives.KEY_BYTES));
  }

  /**
   * A key of its own for one of several files under this key, so that none opens in the place of
   * another.
   *
   * @param what kind of file, {@code referral-file}
   */
  public ContentKey of(String what, UUID id) {
    return of(Receipts.hkdf(toByteArray(), what + "/" + id, Primitives.KEY_BYTES));
  }

  /**
   * Names this key without saying anything about it (HKDF-SHA256, 32 bytes). AES-GCM alone does not
   * tie a ciphertext to one key: content can be made that opens under two keys as two texts. Who
   * remembers the commitment of the first key notices the second.
   */
  public byte[] commitment() {
    return Receipts.hkdf(toByteArray(), "key-commitment", COMMITMENT_BYTES);
  }

  /** Whether this is the key with that {@link #commitment}. */
  public boolean matches(byte[] commitment) {
    return MessageDigest.isEqual(commitment(), commitment);
  }

  byte[] toByteArray() {
    return bytes.toByteArray(InsecureSecretKeyAccess.get());
  }

  static ContentKey of(byte[] key) {
    return new ContentKey(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()));
  }

  /**
   * @param as what it is and to what it belongs; it opens as nothing else
   * @return version, nonce, ciphertext and tag; the content is padded to a multiple of 1 KiB
   */
  public byte[] seal(AssociatedData as, byte[] content) {
    return seal(Format.CURRENT, as, content);
  }

  byte[] seal(Format format, AssociatedData as, byte[] content) {
    try {
      return format.frame(
          Primitives.aead(bytes).encrypt(format.pad(content), as.encode(format.version())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealing failed", e);
    }
  }

  /**
   * @throws UnsealException when the content was altered, or sealed as something else
   */
  public byte[] open(AssociatedData as, byte[] sealed) throws UnsealException {
    return open(Format.KNOWN, as, sealed);
  }

  byte[] open(List<Format> known, AssociatedData as, byte[] sealed) throws UnsealException {
    Format format = Format.of(sealed, known);
    try {
      return format.unpad(
          Primitives.aead(bytes).decrypt(format.unframe(sealed), as.encode(format.version())));
    } catch (GeneralSecurityException e) {
      throw new UnsealException("content does not open", e);
    }
  }
}
