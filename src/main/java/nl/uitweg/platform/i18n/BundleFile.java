package nl.uitweg.platform.i18n;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The properties file of one bundle in one language: UTF-8, one {@code key=text} per line, as
 * Weblate reads it. A comment above a Dutch key is for the translator. {@code #= fingerprint} above
 * a translated key identifies the source text it was translated from.
 */
public record BundleFile(BundleFolder bundle, Language language, Map<String, Entry> texts) {

  /**
   * One text.
   *
   * @param line line number in the file, counted from 1
   * @param translatedFrom fingerprint of the source text that was translated; empty in the Dutch
   *     file
   */
  public record Entry(String text, int line, Optional<String> translatedFrom) {}

  /**
   * Reads {@code <bundle>/<language>.properties}.
   *
   * @throws IllegalStateException with file, line and reason when a line is invalid
   */
  public static BundleFile read(BundleFolder bundle, Language language) {
    String file = file(bundle, language);
    List<String> lines;
    try {
      lines = Files.readAllLines(bundle.folder().resolve(language.code() + ".properties"));
    } catch (NoSuchFileException e) {
      throw new IllegalStateException(file + ": is missing", e);
    } catch (IOException e) {
      throw new IllegalStateException(file + ": cannot be read as UTF-8 text", e);
    }
    Map<String, Entry> texts = new LinkedHashMap<>();
    Optional<String> translatedFrom = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("#=")) {
        translatedFrom = Optional.of(line.substring(2).strip());
      }
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals < 1 || equals == line.length() - 1) {
        throw new IllegalStateException(file + ":" + (i + 1) + ": expected key=text");
      }
      String key = line.substring(0, equals).strip();
      Entry entry = new Entry(line.substring(equals + 1).strip(), i + 1, translatedFrom);
      if (texts.put(key, entry) != null) {
        throw new IllegalStateException(file + ":" + (i + 1) + ": " + key + " is listed twice");
      }
      translatedFrom = Optional.empty();
    }
    return new BundleFile(bundle, language, texts);
  }

  /** Name of the file for messages. */
  public String file() {
    return file(bundle, language);
  }

  private static String file(BundleFolder bundle, Language language) {
    return bundle.displayPath() + "/" + language.code() + ".properties";
  }

  /**
   * Throws when this file lacks a key of the source file or has a key that the source file lacks.
   */
  void requireSameKeysAs(BundleFile source) {
    for (Map.Entry<String, Entry> required : source.texts.entrySet()) {
      if (!texts.containsKey(required.getKey())) {
        throw new IllegalStateException(
            "%s: %s is missing (source: nl.properties:%d)"
                .formatted(file(), required.getKey(), required.getValue().line()));
      }
    }
    for (Map.Entry<String, Entry> present : texts.entrySet()) {
      if (!source.texts.containsKey(present.getKey())) {
        throw new IllegalStateException(
            "%s:%d: %s does not exist in the source"
                .formatted(file(), present.getValue().line(), present.getKey()));
      }
    }
  }
}
