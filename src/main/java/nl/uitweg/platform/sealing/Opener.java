package nl.uitweg.platform.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Unwraps content keys with private keysets: those of the municipalities and of the care
 * coordination, or the recovery keyset. The public tier must never have one. Its counterpart is
 * {@link Sealer}.
 */
public final class Opener {

  private final Map<String, HybridDecrypt> keysets;

  private Opener(Map<String, HybridDecrypt> keysets) {
    this.keysets = keysets;
  }

  /**
   * Reads the private keysets.
   *
   * @param privateFolder the folder with the key-encryption key and the encrypted private keysets
   * @throws UncheckedIOException naming the key file that is missing or cannot be read
   * @throws IllegalStateException naming the key file that cannot be decrypted
   */
  public static Opener read(Path privateFolder) {
    Map<String, HybridDecrypt> keysets = new HashMap<>();
    Path file = privateFolder.resolve("kek.json");
    try {
      Aead kek = KeyFolder.readSymmetric(file);
      for (String keysetName : KeyFolder.names(privateFolder, ".private.json")) {
        file = privateFolder.resolve(keysetName + ".private.json");
        keysets.put(
            keysetName,
            TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                    Files.readString(file), kek, KeyFolder.associatedData(keysetName))
                .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The key file " + file + " cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key file " + file + " cannot be decrypted", e);
    }
    return new Opener(keysets);
  }

  /**
   * An opener with the recovery keyset only; for the machine on which reports are recovered, never
   * for a serving process.
   *
   * @param file the private recovery keyset
   */
  public static Opener recovery(Path file) {
    Primitives.register();
    try {
      return new Opener(
          Map.of(
              KeyFolder.RECOVERY,
              TinkJsonProtoKeysetFormat.parseKeyset(
                      Files.readString(file), InsecureSecretKeyAccess.get())
                  .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)));
    } catch (IOException e) {
      throw new UncheckedIOException("The recovery keyset " + file + " cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The recovery keyset " + file + " is not valid", e);
    }
  }

  /** Whether the private keyset with this name is present. */
  public boolean hasKeyset(String keysetName) {
    return keysets.containsKey(keysetName);
  }

  /**
   * Unwraps a content key.
   *
   * @param keysetName the keyset that unwraps it: a municipality, {@code care} or {@code recovery}
   * @param keyName name of the key within the object, for example {@code report}, {@code
   *     conversation} or {@code notes}; must be the name it was wrapped with
   * @param id id of the object that the key belongs to
   * @throws UnsealException when there is no such keyset, or when the wrapped key was altered or
   *     was wrapped for another keyset, object or key name
   */
  public ContentKey unwrap(String keysetName, String keyName, UUID id, byte[] wrapped)
      throws UnsealException {
    HybridDecrypt keyset = keysets.get(keysetName);
    if (keyset == null) {
      throw new UnsealException("no keyset with this name");
    }
    byte[] commitment = KeyEnvelope.commitment(wrapped);
    try {
      ContentKey key =
          ContentKey.of(
              keyset.decrypt(
                  KeyEnvelope.ciphertext(wrapped), Sealer.context(keysetName, keyName, id)));
      if (!key.matches(commitment)) {
        throw new UnsealException("key does not match its commitment");
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw new UnsealException("wrapped key cannot be decrypted", e);
    }
  }
}
