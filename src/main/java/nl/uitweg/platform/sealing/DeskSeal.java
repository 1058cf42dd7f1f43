package nl.uitweg.platform.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Seals the tokens of the desk's forms. Its key lies with the private keysets, so that who takes
 * over the public tier cannot make one. {@link FormSeal} is its counterpart for visitors.
 */
public final class DeskSeal {

  private final TokenSeal tokens;

  private DeskSeal(TokenSeal tokens) {
    this.tokens = tokens;
  }

  /**
   * @param secret the folder with the key-encryption key and the key of the desk
   * @throws IllegalStateException naming the file that is missing or cannot be decrypted
   */
  public static DeskSeal read(Path secret) {
    Path file = secret.resolve(KeyFolder.DESK);
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "The key file " + file + " is missing; bin/keys create makes it and touches no other");
    }
    try {
      Aead kek = KeyFolder.symmetric(secret.resolve("kek.json"));
      Aead aead =
          TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                  Files.readString(file), kek, KeyFolder.label("desk"))
              .getPrimitive(RegistryConfiguration.get(), Aead.class);
      return new DeskSeal(new TokenSeal(aead, "desk"));
    } catch (IOException e) {
      throw new UncheckedIOException("The key file " + file + " cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key file " + file + " does not open", e);
    }
  }

  /**
   * @param purpose which kind of token
   * @return base64url without padding
   */
  public String seal(String purpose, byte[] content) {
    return tokens.seal(purpose, content);
  }

  /**
   * @throws UnsealException when the token was not made by this desk for this purpose
   */
  public byte[] open(String purpose, String token) throws UnsealException {
    return tokens.open(purpose, token);
  }
}
