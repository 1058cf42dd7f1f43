package nl.uitweg.platform.sealing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;

/**
 * The key that encrypts one kind of content: a report, its conversation, its notes, a referral or a
 * file. Its bytes are accessible only within this package.
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
   * Derives a separate key for one of several files, so that no file can be substituted for
   * another.
   *
   * @param kind kind of file, for example {@code referral-file}
   * @param id id of the file
   */
  public ContentKey derive(String kind, UUID id) {
    return of(ReceiptDerivation.hkdf(toByteArray(), kind + "/" + id, Primitives.KEY_BYTES));
  }

  /**
   * Commitment to this key (HKDF-SHA256, 32 bytes), which reveals nothing about it. AES-GCM is not
   * key-committing: a ciphertext can be made that decrypts to different texts under two keys.
   * Comparing commitments detects the second key.
   */
  public byte[] commitment() {
    return ReceiptDerivation.hkdf(toByteArray(), "key-commitment", COMMITMENT_BYTES);
  }

  /** Whether this key has the given {@link #commitment}; compared in constant time. */
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
   * Encrypts content.
   *
   * @param associatedData kind and owner of the content; decryption needs the same
   * @return version, nonce, ciphertext and tag; the content is padded to a multiple of 1 KiB
   */
  public byte[] seal(AssociatedData associatedData, byte[] content) {
    return seal(Format.CURRENT, associatedData, content);
  }

  byte[] seal(Format format, AssociatedData associatedData, byte[] content) {
    try {
      return format.frame(
          Primitives.aead(bytes)
              .encrypt(format.pad(content), associatedData.encode(format.version())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealing failed", e);
    }
  }

  /**
   * Decrypts content.
   *
   * @throws UnsealException when the content was altered, or sealed with other associated data
   */
  public byte[] open(AssociatedData associatedData, byte[] sealed) throws UnsealException {
    return open(Format.KNOWN, associatedData, sealed);
  }

  byte[] open(List<Format> known, AssociatedData associatedData, byte[] sealed)
      throws UnsealException {
    Format format = Format.of(sealed, known);
    try {
      return format.unpad(
          Primitives.aead(bytes)
              .decrypt(format.unframe(sealed), associatedData.encode(format.version())));
    } catch (GeneralSecurityException e) {
      throw new UnsealException("content cannot be decrypted", e);
    }
  }
}
