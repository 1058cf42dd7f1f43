package nl.uitweg.sealing;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Seals the form in progress into text that travels in the page, so that nothing is kept on the
 * server.
 */
public final class FormSeal {

  private final Aead aead;

  private FormSeal(Aead aead) {
    this.aead = aead;
  }

  /** Reads the key that all replicas of the public tier share. */
  public static FormSeal read(Path open) {
    Path file = open.resolve("form.json");
    try {
      return new FormSeal(KeyFolder.symmetric(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The key file " + file + " cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key file " + file + " is not valid", e);
    }
  }

  /**
   * @param purpose which form; a token for one form does not open in another
   * @return base64url without padding
   */
  public String seal(String purpose, byte[] state) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(aead.encrypt(Format.V1.pad(state), associated(purpose)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealing failed", e);
    }
  }

  /**
   * @throws UnsealException when the token was not made by us for this purpose
   */
  public byte[] open(String purpose, String token) throws UnsealException {
    try {
      return Format.V1.unpad(
          aead.decrypt(Base64.getUrlDecoder().decode(token), associated(purpose)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new UnsealException("token does not open", e);
    }
  }

  private static byte[] associated(String purpose) {
    return ("uitweg/form/" + purpose).getBytes(StandardCharsets.UTF_8);
  }
}
