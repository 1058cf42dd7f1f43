package nl.uitweg.platform.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A key with which an attacker tries to decrypt a row of a {@link StolenDatabase}. */
interface DecryptionKey {

  byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException;

  /**
   * An AES-256-GCM key.
   *
   * @param key 32 bytes
   */
  static DecryptionKey aead(byte[] key) throws GeneralSecurityException {
    Aead aead = Primitives.aead(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()));
    return aead::decrypt;
  }

  /** Everything in the files of this folder that can decrypt. */
  static List<DecryptionKey> in(Path folder) throws IOException, GeneralSecurityException {
    Primitives.register();
    List<DecryptionKey> keys = new ArrayList<>();
    for (Path file : files(folder)) {
      String content = Files.readString(file);
      if (file.toString().endsWith(".hex")) {
        byte[] secret = HexFormat.of().parseHex(content.strip());
        for (int i = 0; i + Primitives.KEY_BYTES <= secret.length; i += Primitives.KEY_BYTES) {
          keys.add(aead(Arrays.copyOfRange(secret, i, i + Primitives.KEY_BYTES)));
        }
      } else {
        KeysetHandle keyset =
            TinkJsonProtoKeysetFormat.parseKeyset(content, InsecureSecretKeyAccess.get());
        try {
          keys.add(keyset.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)::decrypt);
        } catch (GeneralSecurityException publicOrSymmetric) {
          addSymmetric(keyset, keys);
        }
      }
    }
    return keys;
  }

  private static void addSymmetric(KeysetHandle keyset, List<DecryptionKey> keys) {
    try {
      keys.add(keyset.getPrimitive(RegistryConfiguration.get(), Aead.class)::decrypt);
    } catch (GeneralSecurityException publicKeyset) {
      // a public keyset decrypts nothing
    }
  }

  /** The files of a folder. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
