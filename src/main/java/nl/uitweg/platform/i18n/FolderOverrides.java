package nl.uitweg.platform.i18n;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Settings with folders of an installation that replace the packaged {@code content/} and {@code
 * i18n/}. {@link PackagedFolder} reads these settings itself, because it also runs where no beans
 * exist; this interface declares and documents them.
 */
@Unremovable
@ConfigMapping(prefix = "portal")
interface FolderOverrides {

  /** Folder that replaces {@code content/}. */
  Folder content();

  /** Folder that replaces {@code i18n/}. */
  Folder i18n();

  /** A folder on disk. It must be complete, with every file that the packaged folder has. */
  interface Folder {
    Optional<Path> directory();
  }
}
