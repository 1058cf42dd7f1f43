package nl.uitweg.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import org.apache.commons.io.FileUtils;

/** Copies {@code content/} and {@code i18n/} into a folder in which a test may change them. */
public final class ContentCopy {

  private static final List<String> PARTS = List.of("content", "i18n");

  private ContentCopy() {}

  public static void into(Path folder) throws IOException {
    for (String part : PARTS) {
      FileUtils.copyDirectory(Path.of(part).toFile(), folder.resolve(part).toFile());
    }
  }

  /**
   * Copies these languages only.
   *
   * @param languages codes of the languages; must include Dutch
   */
  public static void into(Path folder, List<String> languages) throws IOException {
    Set<String> omitted =
        Languages.read(Path.of("i18n")).all().stream()
            .map(Language::code)
            .filter(code -> !languages.contains(code))
            .collect(Collectors.toSet());
    for (String part : PARTS) {
      FileUtils.copyDirectory(
          Path.of(part).toFile(),
          folder.resolve(part).toFile(),
          file -> !omitted.contains(file.getName().replaceFirst("\\.properties$", "")));
    }
    Files.writeString(folder.resolve("i18n/languages.txt"), String.join("\n", languages) + "\n");
  }

  /**
   * Text of every file below {@code content/} and {@code i18n/}, by path relative to the folder.
   */
  public static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String part : PARTS) {
      try (Stream<Path> all = Files.walk(folder.resolve(part))) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(folder.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return files;
  }
}
