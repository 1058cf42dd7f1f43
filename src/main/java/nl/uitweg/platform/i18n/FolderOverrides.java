package nl.uitweg.platform.i18n;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Words and facts of an installation's own, instead of those in the artifact. {@link PackagedFolder}
 * reads these settings, also where there are no beans yet; here they are known and documented.
 */
@Unremovable
@ConfigMapping(prefix = "portal")
interface FolderOverrides {

  /** What takes the place of {@code content/}. */
  Folder content();

  /** What takes the place of {@code i18n/}. */
  Folder i18n();

  /** Whole, with every file that the artifact has. */
  interface Folder {
    Optional<Path> directory();
  }
}
