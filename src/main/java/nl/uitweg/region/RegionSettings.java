package nl.uitweg.region;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Setting with the folder of another region than the packaged one. {@link RegionFolder} reads it
 * itself, because it also runs where no beans exist; this interface declares and documents it.
 */
@Unremovable
@ConfigMapping(prefix = "portal.region")
interface RegionSettings {

  /** Folder of the region, made by {@code bin/new-region}; replaces {@code content/region}. */
  Optional<Path> directory();
}
