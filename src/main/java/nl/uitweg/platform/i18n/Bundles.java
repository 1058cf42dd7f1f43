package nl.uitweg.platform.i18n;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All interface texts: {@code i18n/<bundle>/<language>.properties} for visitors and {@code
 * i18n/desk/<bundle>/<language>.properties} for officers. A text is looked up by {@code
 * <bundle>.<key in the file>}. Every language of a bundle must have exactly the keys of the Dutch
 * source; otherwise start-up stops and names the key.
 */
public final class Bundles {

  private final Map<Language, Texts> byLanguage;

  private Bundles(Map<Language, Texts> byLanguage) {
    this.byLanguage = byLanguage;
  }

  /**
   * The texts as editors wrote them, with named parameters that are not filled in.
   *
   * @param i18n folder with one folder per bundle
   * @throws IllegalStateException with file and reason when a file is invalid, or a key is missing
   *     or does not exist in the source
   */
  public static Bundles read(Path i18n, Languages languages) {
    return read(BundleFolder.all(i18n), languages, TextParameters.UNFILLED);
  }

  /**
   * The texts with their named parameters filled in.
   *
   * @param folders bundles; two with the same name are merged
   * @throws IllegalStateException with file and reason when a file is invalid, a key is missing,
   *     does not exist in the source or is in two files, or a named parameter is invalid
   */
  public static Bundles read(
      List<BundleFolder> folders, Languages languages, TextParameters parameters) {
    Map<Language, Map<String, String>> texts = new LinkedHashMap<>();
    languages.all().forEach(language -> texts.put(language, new HashMap<>()));
    for (BundleFolder bundle : folders) {
      BundleFile source = BundleFile.read(bundle, Language.DUTCH);
      for (Language language : bundle.languages(languages)) {
        BundleFile file = BundleFile.read(bundle, language);
        file.requireSameKeysAs(source);
        add(file, parameters, texts.getOrDefault(language, new HashMap<>()));
      }
    }
    Map<Language, Texts> result = new HashMap<>();
    texts.forEach((language, map) -> result.put(language, new Texts(language, map)));
    return new Bundles(result);
  }

  private static void add(BundleFile file, TextParameters parameters, Map<String, String> target) {
    file.texts()
        .forEach(
            (key, entry) -> {
              String location = file.file() + ":" + entry.line() + ": " + key;
              try {
                String text = parameters.fill(entry.text(), file.language());
                if (target.put(file.bundle().name() + "." + key, text) != null) {
                  throw new IllegalStateException(
                      location + " is also in another bundle of the same name");
                }
              } catch (IllegalArgumentException e) {
                throw new IllegalStateException(location + ": " + e.getMessage(), e);
              }
            });
  }

  /** The texts in one language. */
  public Texts in(Language language) {
    Texts texts = byLanguage.get(language);
    if (texts == null) {
      throw new IllegalArgumentException("No texts for language " + language.code());
    }
    return texts;
  }
}
