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
 * Seals the form tokens of the desk. Its key is stored with the private keysets, so that an
 * attacker who takes over the public tier cannot forge a token. {@link FormSeal} is its counterpart
 * for visitors.
 */
public final class DeskSeal {

  private final TokenSeal tokens;

  private DeskSeal(TokenSeal tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads the key of the desk.
   *
   * @param privateFolder the folder with the key-encryption key and the key of the desk
   * @throws UncheckedIOException when a key file cannot be read
   * @throws IllegalStateException naming the file that is missing or cannot be decrypted
   */
  public static DeskSeal read(Path privateFolder) {
    Path file = privateFolder.resolve(KeyFolder.DESK_KEY_FILE);
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "The key file "
              + file
              + " is missing; run bin/keys create, which changes no existing key");
    }
    try {
      Aead kek = KeyFolder.readSymmetric(privateFolder.resolve("kek.json"));
      Aead aead =
          TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                  Files.readString(file), kek, KeyFolder.associatedData("desk"))
              .getPrimitive(RegistryConfiguration.get(), Aead.class);
      return new DeskSeal(new TokenSeal(aead, "desk"));
    } catch (IOException e) {
      throw new UncheckedIOException("The key file " + file + " cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key file " + file + " cannot be decrypted", e);
    }
  }

  /**
   * Seals a token.
   *
   * @param purpose kind of token; a token of one kind cannot be decrypted as one of another
   * @return base64url without padding
   */
  public String seal(String purpose, byte[] content) {
    return tokens.seal(purpose, content);
  }

  /**
   * Decrypts a token.
   *
   * @throws UnsealException when the token was not sealed by this desk for this purpose
   */
  public byte[] open(String purpose, String token) throws UnsealException {
    return tokens.open(purpose, token);
  }
}
