package nl.uitweg.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.platform.file.Fingerprint;
import nl.uitweg.platform.file.MarkdownFile;
import nl.uitweg.platform.i18n.BundleFile;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import org.apache.commons.io.FileUtils;

/**
 * Writes content and texts into a folder in which a test may change them. Tests use the fictional
 * region, pages and organisations of {@code src/test/content}, so that they do not depend on what
 * an editor writes. What {@code src/test} does not have, such as the residence rules and the texts
 * of the interface, is that of the repository. {@link #ofRepository} copies the real content for
 * the few tests that check it.
 */
public final class ContentCopy {

  private static final List<String> PARTS = List.of("content", "i18n");
  private static final Path FICTIONAL = Path.of("src/test");

  private ContentCopy() {}

  /** Writes the fictional content in all its languages. */
  public static void into(Path folder) throws IOException {
    into(
        folder,
        Languages.read(FICTIONAL.resolve("i18n")).all().stream().map(Language::code).toList());
  }

  /**
   * Writes the fictional content in these languages.
   *
   * @param languages codes of the languages; must include Dutch
   */
  public static void into(Path folder, List<String> languages) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("content"))) {
      for (Path file : files.filter(Files::isRegularFile).filter(ContentCopy::isUsed).toList()) {
        FileUtils.copyFileToDirectory(file.toFile(), folder.resolve("content").toFile());
      }
    }
    FileUtils.copyDirectory(
        Path.of("content/danger").toFile(), folder.resolve("content/danger").toFile());
    copy(FICTIONAL.resolve("content"), folder.resolve("content"), languages);
    copy(Path.of("i18n"), folder.resolve("i18n"), languages);
    try (Stream<Path> bundles = Files.list(FICTIONAL.resolve("i18n"))) {
      for (Path bundle : bundles.filter(Files::isDirectory).toList()) {
        for (String language : languages) {
          addTexts(bundle.resolve(language + ".properties"), folder.resolve("i18n"));
        }
      }
    }
    writeLanguages(folder, languages);
    markAsCurrent(folder, languages);
  }

  /** Tests have other residence rules, so what is recorded about the real ones is of no use. */
  private static boolean isUsed(Path file) {
    return !file.endsWith("residence-checked.yaml");
  }

  /**
   * Copies the real content and texts of these languages.
   *
   * @param languages codes of the languages; must include Dutch
   */
  public static void ofRepository(Path folder, List<String> languages) throws IOException {
    for (String part : PARTS) {
      copy(Path.of(part), folder.resolve(part), languages);
    }
    writeLanguages(folder, languages);
    markAsCurrent(folder, languages);
  }

  /**
   * Writes the fingerprints of the current Dutch texts into all translations, so that no test
   * depends on whether translators have followed a change in Dutch. {@code CheckContentTest} checks
   * that in the repository itself.
   */
  private static void markAsCurrent(Path folder, List<String> languages) throws IOException {
    for (BundleFolder bundle : BundleFolder.all(folder.resolve("i18n"))) {
      Map<String, BundleFile.Entry> dutch = BundleFile.read(bundle, Language.DUTCH).texts();
      for (String language : languages) {
        Path file = bundle.folder().resolve(language + ".properties");
        if (!language.equals(Language.DUTCH.code()) && Files.exists(file)) {
          Files.write(file, withFingerprints(Files.readAllLines(file), dutch));
        }
      }
    }
    Path content = folder.resolve("content");
    for (String language : languages) {
      for (Path page : pages(content.resolve(language))) {
        String slug = page.getFileName().toString().replace(".md", "");
        String fingerprint = MarkdownFile.read(content, Language.DUTCH, slug).fingerprint();
        String text = Files.readString(page);
        Files.writeString(page, text.replaceFirst("(?m)^of: .*$", "of: \"" + fingerprint + "\""));
      }
    }
  }

  private static List<String> withFingerprints(
      List<String> lines, Map<String, BundleFile.Entry> dutch) {
    List<String> current = new ArrayList<>(lines);
    for (int i = 1; i < lines.size(); i++) {
      BundleFile.Entry source = dutch.get(key(lines.get(i)));
      if (source != null && lines.get(i - 1).startsWith("#=")) {
        current.set(i - 1, "#= " + Fingerprint.of(source.text()));
      }
    }
    return current;
  }

  private static List<Path> pages(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static void copy(Path from, Path to, List<String> languages) throws IOException {
    Set<String> omitted =
        Languages.read(Path.of("i18n")).all().stream()
            .map(Language::code)
            .filter(code -> !languages.contains(code))
            .collect(Collectors.toSet());
    FileUtils.copyDirectory(
        from.toFile(),
        to.toFile(),
        file -> !omitted.contains(file.getName().replaceFirst("\\.(properties|yaml)$", "")));
  }

  private static void writeLanguages(Path folder, List<String> languages) throws IOException {
    Files.writeString(folder.resolve("i18n/languages.txt"), String.join("\n", languages) + "\n");
  }

  /** Adds the texts of a file to the bundle; they replace texts with the same key. */
  private static void addTexts(Path fictional, Path i18n) throws IOException {
    if (Files.notExists(fictional)) {
      return;
    }
    Path file = i18n.resolve(FICTIONAL.resolve("i18n").relativize(fictional));
    List<String> added = Files.readAllLines(fictional);
    Set<String> replaced =
        added.stream()
            .filter(line -> !line.startsWith("#"))
            .map(ContentCopy::key)
            .collect(Collectors.toSet());
    List<String> lines = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("#") || line.isBlank()) {
        comments.add(line);
      } else {
        if (!replaced.contains(key(line))) {
          lines.addAll(comments);
          lines.add(line);
        }
        comments.clear();
      }
    }
    lines.addAll(added);
    Files.write(file, lines);
  }

  private static String key(String line) {
    return line.replaceFirst("=.*", "").strip();
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
