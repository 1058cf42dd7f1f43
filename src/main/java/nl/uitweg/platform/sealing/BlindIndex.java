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
 * Turns what was found in a report into a name that only who holds the key can make: equal things
 * get equal names, and the name says nothing else (HMAC-SHA-256 as a pseudo-random function, cut to
 * 16 bytes). One key for the region, so that municipalities can find out that they share something.
 */
public final class BlindIndex {

  private static final int BYTES = 16;

  private final PrfSet prf;

  private BlindIndex(PrfSet prf) {
    this.prf = prf;
  }

  /**
   * @param secret the folder with the key-encryption key and the key of the index
   * @throws IllegalStateException naming the file that is missing or does not open
   */
  public static BlindIndex read(Path secret) {
    Path file = secret.resolve(KeyFolder.INDEX);
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "The key file " + file + " is missing; bin/keys create makes it and touches no other");
    }
    try {
      Aead kek = KeyFolder.symmetric(secret.resolve("kek.json"));
      return new BlindIndex(
          TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                  Files.readString(file), kek, KeyFolder.label("index"))
              .getPrimitive(RegistryConfiguration.get(), PrfSet.class));
    } catch (IOException e) {
      throw new UncheckedIOException("The key file " + file + " cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key file " + file + " does not open", e);
    }
  }

  /**
   * @param kind what it is, so that the same text of another kind gets another name
   * @param value already brought to one form, for example a telephone number in E.164
   * @return 16 bytes
   */
  public byte[] of(String kind, String value) {
    try {
      return prf.computePrimary((kind + "\0" + value).getBytes(StandardCharsets.UTF_8), BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The blind index cannot be computed", e);
    }
  }
}
