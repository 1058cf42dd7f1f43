package nl.uitweg.region;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.PackagedFolder;

/**
 * The folder with everything that differs between regions: {@code region.yaml}, {@code
 * organisations.yaml} and {@code texts/}. It is {@code region} in the folder {@code content},
 * unless the setting {@code portal.region.directory} names another one.
 */
public final class RegionFolder {

  private static final String SETTING = "portal.region.directory";
  private static final String PACKAGED = "content/region";

  private RegionFolder() {}

  /**
   * Passes the folder to the reader and returns the result. The path is valid only during the call.
   *
   * @throws IllegalStateException when the folder of the setting does not exist
   */
  public static <T> T read(Function<Path, T> reader) {
    Optional<Path> configured = PackagedFolder.inSetting(SETTING);
    return configured.isPresent()
        ? reader.apply(configured.get())
        : PackagedFolder.read("content", content -> reader.apply(in(content)));
  }

  /** The region that is shipped in a folder {@code content}. */
  public static Path in(Path content) {
    return content.resolve("region");
  }

  /** The folder as shown in messages. */
  public static String displayName(Path folder) {
    return folder.endsWith(PACKAGED) ? PACKAGED : folder.toString();
  }

  /** The bundles with the texts of the region; none when it has no texts of its own. */
  public static List<BundleFolder> bundles(Path folder) {
    return BundleFolder.local(folder.resolve("texts"), displayName(folder) + "/texts");
  }
}
