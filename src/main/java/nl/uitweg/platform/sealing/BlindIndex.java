package nl.uitweg.platform.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Computes keyed blind indexes of values found in a report (HMAC-SHA-256 as a pseudo-random
 * function, truncated to 16 bytes). Equal values have equal indexes; without the key an index
 * reveals nothing else. The region has one key, so that municipalities can detect values they
 * share.
 */
public final class BlindIndex {

  private static final int INDEX_BYTES = 16;

  private final PrfSet prf;

  private BlindIndex(PrfSet prf) {
    this.prf = prf;
  }

  /**
   * Reads the index key.
   *
   * @param privateFolder the folder with the key-encryption key and the index key
   * @throws UncheckedIOException when a key file cannot be read
   * @throws IllegalStateException naming the file that is missing or cannot be decrypted
   */
  public static BlindIndex read(Path privateFolder) {
    Path file = privateFolder.resolve(KeyFolder.INDEX_KEY_FILE);
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "The key file "
              + file
              + " is missing; run bin/keys create, which changes no existing key");
    }
    try {
      Aead kek = KeyFolder.readSymmetric(privateFolder.resolve("kek.json"));
      return new BlindIndex(
          TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                  Files.readString(file), kek, KeyFolder.associatedData("index"))
              .getPrimitive(RegistryConfiguration.get(), PrfSet.class));
    } catch (IOException e) {
      throw new UncheckedIOException("The key file " + file + " cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key file " + file + " cannot be decrypted", e);
    }
  }

  /**
   * The blind index of a value.
   *
   * @param kind kind of value; equal texts of different kinds have different indexes
   * @param value in normalised form, for example a telephone number in E.164
   * @return 16 bytes
   */
  public byte[] of(String kind, String value) {
    try {
      return prf.computePrimary(
          (kind + "\0" + value).getBytes(StandardCharsets.UTF_8), INDEX_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The blind index cannot be computed", e);
    }
  }
}
