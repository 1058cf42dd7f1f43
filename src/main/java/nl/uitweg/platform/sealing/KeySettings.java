package nl.uitweg.platform.sealing;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the key material of this installation lies; see {@link KeyFolder} for what is in it. */
@ConfigMapping(prefix = "portal.keys")
public interface KeySettings {

  /** Folder with {@code public/}: public keysets, the key of the form, the secret of the codes. */
  Optional<Path> directory();

  /**
   * Folder with the private keysets, their key-encryption key, the key of the blind indexes and the
   * key of the desk's forms; only on the desk tier.
   */
  Optional<Path> privateDirectory();
}
