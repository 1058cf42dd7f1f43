package nl.uitweg.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All interface texts: {@code i18n/<bundle>/<language>.properties}, one bundle per feature. A key
 * is {@code bundle.key}. Every key of the Dutch source must exist in every language; otherwise
 * start-up stops and says which.
 */
public final class Bundles {

  private final Map<Language, Texts> byLanguage;

  private Bundles(Map<Language, Texts> byLanguage) {
    this.byLanguage = byLanguage;
  }

  /**
   * @param i18n folder with one folder per bundle
   * @throws IllegalStateException with file, line and reason when a file is broken or a key is
   *     missing
   */
  public static Bundles read(Path i18n, Languages languages) {
    Map<Language, Map<String, String>> texts = new LinkedHashMap<>();
    languages.all().forEach(language -> texts.put(language, new HashMap<>()));
    for (Path bundle : bundles(i18n)) {
      String name = bundle.getFileName().toString().replace("/", "");
      BundleFile source = BundleFile.read(bundle, name, Language.DUTCH);
      for (Language language : languages.all()) {
        BundleFile file = BundleFile.read(bundle, name, language);
        file.requireSameKeysAs(source);
        Map<String, String> target = texts.getOrDefault(language, new HashMap<>());
        file.texts().forEach((key, entry) -> target.put(name + "." + key, entry.text()));
      }
    }
    Map<Language, Texts> result = new HashMap<>();
    texts.forEach((language, map) -> result.put(language, new Texts(language, map)));
    return new Bundles(result);
  }

  private static List<Path> bundles(Path i18n) {
    try (Stream<Path> entries = Files.list(i18n)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("i18n/ cannot be read", e);
    }
  }

  public Texts in(Language language) {
    Texts texts = byLanguage.get(language);
    if (texts == null) {
      throw new IllegalArgumentException("No texts for language " + language.code());
    }
    return texts;
  }
}
