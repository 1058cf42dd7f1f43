package nl.uitweg.editing.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.region.RegionFolder;

/**
 * The files that are checked together.
 *
 * @param root folder with {@code content/} and {@code i18n/}
 * @param region folder of the region
 */
public record EditedFiles(Path root, Path region) {

  /** With the region in {@code content/}. */
  public static EditedFiles of(Path root) {
    return new EditedFiles(root, RegionFolder.in(root.resolve("content")));
  }

  public Path content() {
    return root.resolve("content");
  }

  public Path i18n() {
    return root.resolve("i18n");
  }

  /** The bundles that all installations share, and those of the region. */
  public List<BundleFolder> bundles() {
    List<BundleFolder> bundles = new ArrayList<>(BundleFolder.all(i18n()));
    bundles.addAll(RegionFolder.bundles(region));
    return bundles;
  }
}
