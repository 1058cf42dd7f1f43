package nl.uitweg.platform.sealing;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * What may be told of a public keyset; nothing secret.
 *
 * @param name municipality, or {@link Sealer#RECOVERY}
 * @param keys how many; 0 when the file cannot be read
 * @param primary number of the key that new reports are sealed for, 8 hexadecimal digits
 */
public record KeysetState(String name, int keys, String primary) {

  private static final String ENDING = ".public.json";

  /** Of every public keyset in a folder. */
  public static List<KeysetState> in(Path open) {
    Primitives.register();
    return KeyFolder.names(open, ENDING).stream().map(name -> read(open, name)).toList();
  }

  private static KeysetState read(Path open, String name) {
    try {
      KeysetHandle keyset =
          TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(
              Files.readString(open.resolve(name + ENDING)));
      return new KeysetState(name, keyset.size(), "%08x".formatted(keyset.getPrimary().getId()));
    } catch (IOException | GeneralSecurityException e) {
      return new KeysetState(name, 0, "");
    }
  }

  String line() {
    return keys == 0
        ? name + ": cannot be read"
        : "%s: %d key(s), new reports use %s".formatted(name, keys, primary);
  }
}
