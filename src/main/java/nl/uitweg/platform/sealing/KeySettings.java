package nl.uitweg.platform.sealing;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Folders with the key material of this installation; {@link KeyFolder} lists the files. */
@ConfigMapping(prefix = "portal.keys")
public interface KeySettings {

  /**
   * Folder with the public keysets, the key of the public form, and the salt and pepper of the
   * receipt codes.
   */
  Optional<Path> directory();

  /**
   * Folder with the private keysets, their key-encryption key, the key of the blind indexes and the
   * key of the desk's form tokens. Set on the desk tier only.
   */
  Optional<Path> privateDirectory();
}
