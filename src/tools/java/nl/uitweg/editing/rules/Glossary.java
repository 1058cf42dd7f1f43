package nl.uitweg.editing.rules;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The agreed translations of terms, from {@code i18n/glossary.yaml}.
 *
 * @param terms word parts by Dutch term and language code; a translation of the term should contain
 *     at least one of its word parts
 */
record Glossary(Map<String, Map<String, List<String>>> terms) {

  private static final String FILE = "glossary.yaml";

  /**
   * Reads the glossary.
   *
   * @throws IllegalStateException naming the file and the reason when it cannot be read
   */
  static Glossary read(Path i18n) {
    try {
      return new Glossary(
          new TreeMap<>(
              new YAMLMapper()
                  .readValue(
                      Files.readString(i18n.resolve(FILE)),
                      new TypeReference<Map<String, Map<String, List<String>>>>() {})));
    } catch (IOException e) {
      throw new IllegalStateException("i18n/" + FILE + ": " + e.getMessage(), e);
    }
  }

  /**
   * The word parts of a term in a language, in lower case; empty when the language has none yet.
   */
  List<String> wordParts(String term, String language) {
    return terms.getOrDefault(term, Map.of()).getOrDefault(language, List.of()).stream()
        .map(part -> part.toLowerCase(Locale.ROOT))
        .toList();
  }
}
