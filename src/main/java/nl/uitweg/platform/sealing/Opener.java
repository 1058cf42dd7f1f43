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

/** Opens with the private keysets of the municipalities; exists only on the desk tier. */
public final class Opener {

  private final Map<String, HybridDecrypt> keysets;

  private Opener(Map<String, HybridDecrypt> keysets) {
    this.keysets = keysets;
  }

  /**
   * @param secret the folder with the key-encryption key and the encrypted private keysets
   * @throws IllegalStateException naming the file that is missing or does not open
   */
  public static Opener read(Path secret) {
    Map<String, HybridDecrypt> keysets = new HashMap<>();
    Path file = secret.resolve("kek.json");
    try {
      Aead kek = KeyFolder.symmetric(file);
      for (String municipality : KeyFolder.names(secret, ".private.json")) {
        file = secret.resolve(municipality + ".private.json");
        keysets.put(
            municipality,
            TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                    Files.readString(file), kek, KeyFolder.label(municipality))
                .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The key file " + file + " cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key file " + file + " does not open", e);
    }
    return new Opener(keysets);
  }

  /**
   * Opens with the recovery keyset alone: on the machine where reports are brought back, never in
   * the running system.
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

  /** Whether the private keyset of this municipality is here. */
  public boolean knows(String recipient) {
    return keysets.containsKey(recipient);
  }

  /**
   * @param recipient the municipality whose keyset opens it
   * @throws UnsealException when the wrapped key was altered or belongs to another report or
   *     recipient
   */
  public ContentKey unwrap(String recipient, String what, UUID id, byte[] wrapped)
      throws UnsealException {
    HybridDecrypt keyset = keysets.get(recipient);
    if (keyset == null) {
      throw new UnsealException("no keyset for this recipient");
    }
    byte[] commitment = KeyEnvelope.commitment(wrapped);
    try {
      ContentKey key =
          ContentKey.of(
              keyset.decrypt(KeyEnvelope.ciphertext(wrapped), Sealer.context(recipient, what, id)));
      if (!key.matches(commitment)) {
        throw new UnsealException("key is not the one committed to");
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw new UnsealException("key does not open", e);
    }
  }
}
