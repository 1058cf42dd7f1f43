package nl.uitweg.platform.sealing;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * The number of keys of a public keyset and its primary key; contains nothing secret.
 *
 * @param name municipality, {@link Sealer#CARE} or {@link Sealer#RECOVERY}
 * @param keys number of keys; 0 when the file cannot be read
 * @param primary id of the primary key, with which the keys of new reports are wrapped; 8
 *     hexadecimal digits; empty when the file cannot be read
 */
public record KeysetState(String name, int keys, String primary) {

  private static final String SUFFIX = ".public.json";

  /** The states of all public keysets in a folder. */
  public static List<KeysetState> in(Path publicFolder) {
    Primitives.register();
    return KeyFolder.names(publicFolder, SUFFIX).stream()
        .map(name -> read(publicFolder, name))
        .toList();
  }

  private static KeysetState read(Path publicFolder, String name) {
    try {
      KeysetHandle keyset =
          TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(
              Files.readString(publicFolder.resolve(name + SUFFIX)));
      return new KeysetState(name, keyset.size(), "%08x".formatted(keyset.getPrimary().getId()));
    } catch (IOException | GeneralSecurityException e) {
      return new KeysetState(name, 0, "");
    }
  }

  String describe() {
    return keys == 0
        ? name + ": cannot be read"
        : "%s: %d key(s), new reports use %s".formatted(name, keys, primary);
  }
}
