package nl.uitweg.platform.sealing;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Seals a token that travels in a page and comes back with the next request. The purpose is the
 * associated data, so that a token for one purpose cannot be decrypted for another. {@link
 * FormSeal} and {@link DeskSeal} each have a key of their own.
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
   * @return base64url without padding
   */
  String seal(String purpose, byte[] content) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(aead.encrypt(Format.V1.pad(content), associated(purpose)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealing failed", e);
    }
  }

  /**
   * @throws UnsealException when the token was not made with this key for this purpose
   */
  byte[] open(String purpose, String token) throws UnsealException {
    try {
      return Format.V1.unpad(
          aead.decrypt(Base64.getUrlDecoder().decode(token), associated(purpose)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new UnsealException("token does not open", e);
    }
  }

  private byte[] associated(String purpose) {
    return ("uitweg/" + owner + "/" + purpose).getBytes(StandardCharsets.UTF_8);
  }
}
