package nl.uitweg.platform.i18n;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
   * @param i18n folder with one folder per bundle
   * @throws IllegalStateException with file and reason when a file is invalid, or a key is missing
   *     or does not exist in the source
   */
  public static Bundles read(Path i18n, Languages languages) {
    Map<Language, Map<String, String>> texts = new LinkedHashMap<>();
    languages.all().forEach(language -> texts.put(language, new HashMap<>()));
    for (BundleFolder bundle : BundleFolder.all(i18n)) {
      BundleFile source = BundleFile.read(bundle, Language.DUTCH);
      for (Language language : bundle.languages(languages)) {
        BundleFile file = BundleFile.read(bundle, language);
        file.requireSameKeysAs(source);
        Map<String, String> target = texts.getOrDefault(language, new HashMap<>());
        file.texts().forEach((key, entry) -> target.put(bundle.name() + "." + key, entry.text()));
      }
    }
    Map<Language, Texts> result = new HashMap<>();
    texts.forEach((language, map) -> result.put(language, new Texts(language, map)));
    return new Bundles(result);
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
