package nl.uitweg.sealing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;

/**
 * The key of one report or one conversation, in the open only inside this package and only while it
 * is used.
 */
public final class ContentKey {

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

  byte[] toByteArray() {
    return bytes.toByteArray(InsecureSecretKeyAccess.get());
  }

  static ContentKey of(byte[] key) {
    return new ContentKey(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()));
  }

  /**
   * @param what kind of content, for example {@code report}; with the id it is the associated data
   * @return version, nonce, ciphertext and tag; the content is padded to a multiple of 1 KiB
   */
  public byte[] seal(String what, UUID id, byte[] content) {
    return seal(Format.V1, what, id, content);
  }

  byte[] seal(Format format, String what, UUID id, byte[] content) {
    try {
      return format.frame(
          Primitives.aead(bytes).encrypt(format.pad(content), format.associated(what, id)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealing failed", e);
    }
  }

  /**
   * @throws UnsealException when the content was altered, or sealed as something else
   */
  public byte[] open(String what, UUID id, byte[] sealed) throws UnsealException {
    return open(Format.KNOWN, what, id, sealed);
  }

  byte[] open(List<Format> known, String what, UUID id, byte[] sealed) throws UnsealException {
    Format format = Format.of(sealed, known);
    try {
      return format.unpad(
          Primitives.aead(bytes).decrypt(format.unframe(sealed), format.associated(what, id)));
    } catch (GeneralSecurityException e) {
      throw new UnsealException("content does not open", e);
    }
  }
}
