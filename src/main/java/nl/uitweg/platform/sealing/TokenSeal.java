package nl.uitweg.platform.sealing;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Seals a token that is embedded in a page and comes back with the next request. The purpose is
 * part of the associated data, so that a token for one purpose cannot be decrypted for another.
 * {@link FormSeal} and {@link DeskSeal} each have their own key.
 */
final class TokenSeal {

  private final Aead aead;
  private final String owner;

  /**
   * @param owner {@code form} or {@code desk}
   */
  TokenSeal(Aead aead, String owner) {
    this.aead = aead;
    this.owner = owner;
  }

  /**
   * Seals a token.
   *
   * @return base64url without padding
   */
  String seal(String purpose, byte[] content) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(aead.encrypt(Format.V1.pad(content), associatedData(purpose)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealing failed", e);
    }
  }

  /**
   * Decrypts a token.
   *
   * @throws UnsealException when the token was not sealed with this key for this purpose
   */
  byte[] open(String purpose, String token) throws UnsealException {
    try {
      return Format.V1.unpad(
          aead.decrypt(Base64.getUrlDecoder().decode(token), associatedData(purpose)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new UnsealException("token cannot be decrypted", e);
    }
  }

  private byte[] associatedData(String purpose) {
    return ("uitweg/" + owner + "/" + purpose).getBytes(StandardCharsets.UTF_8);
  }
}
