package nl.uitweg.platform.i18n;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The texts of one feature: {@code i18n/<name>} for visitors, in every language of the site; {@code
 * i18n/desk/<name>} for officers, in Dutch and English.
 *
 * @param displayPath the folder as shown in error messages
 * @param desk whether the texts are for officers only
 */
public record BundleFolder(Path folder, String name, String displayPath, boolean desk) {

  private static final String DESK = "desk";
  private static final List<Language> DESK_LANGUAGES = List.of(Language.DUTCH, Language.ENGLISH);

  /**
   * All bundles, those for visitors first.
   *
   * @param i18n folder with one folder per bundle
   */
  public static List<BundleFolder> all(Path i18n) {
    List<BundleFolder> all = new ArrayList<>(in(i18n, "i18n", false));
    Path desk = i18n.resolve(DESK);
    if (Files.isDirectory(desk)) {
      all.addAll(in(desk, "i18n/desk", true));
    }
    return all;
  }

  /**
   * The bundles of an installation, for visitors; none when the folder does not exist.
   *
   * @param texts folder with one folder per bundle
   * @param displayPath the folder as shown in error messages
   */
  public static List<BundleFolder> local(Path texts, String displayPath) {
    return Files.isDirectory(texts) ? in(texts, displayPath, false) : List.of();
  }

  /** A bundle for visitors. */
  public static BundleFolder of(Path i18n, String name) {
    return new BundleFolder(i18n.resolve(name), name, "i18n/" + name, false);
  }

  private static List<BundleFolder> in(Path parent, String displayPath, boolean desk) {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries
          .filter(Files::isDirectory)
          .map(BundleFolder::nameOf)
          .filter(name -> desk || !name.equals(DESK))
          .sorted()
          .map(name -> new BundleFolder(parent.resolve(name), name, displayPath + "/" + name, desk))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(displayPath + "/ cannot be read", e);
    }
  }

  /** Name of a folder, without the slash with which it ends inside an archive. */
  private static String nameOf(Path folder) {
    return folder.getFileName().toString().replace("/", "");
  }

  /** The languages of the site in which this bundle must exist. */
  public List<Language> languages(Languages site) {
    return desk ? site.all().stream().filter(DESK_LANGUAGES::contains).toList() : site.all();
  }
}
