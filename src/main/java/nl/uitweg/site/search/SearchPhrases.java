package nl.uitweg.site.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.PageFacts;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.file.YamlFile;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;

/**
 * What visitors type when they look for a page or an organisation, in their everyday words, from
 * {@code content/search/<language>.yaml}. A language without a file has none.
 */
public final class SearchPhrases {

  /** Longest phrase, in UTF-16 code units. */
  static final int MAX_LENGTH = 100;

  private static final String FOLDER = "search";

  private final Map<Language, Map<SearchTarget, List<String>>> phrases;

  private SearchPhrases(Map<Language, Map<SearchTarget, List<String>>> phrases) {
    this.phrases = phrases;
  }

  /**
   * The phrases of one language.
   *
   * @param pages phrases by slug
   * @param organisations phrases by id
   */
  record File(Map<String, List<String>> pages, Map<String, List<String>> organisations) {
    File {
      pages = pages == null ? Map.of() : new LinkedHashMap<>(pages);
      organisations = organisations == null ? Map.of() : new LinkedHashMap<>(organisations);
    }
  }

  /**
   * Reads the phrases and checks that what they lead to exists.
   *
   * @param root the folder {@code content}
   * @throws InvalidContentException when a file is invalid, or a phrase is blank, too long or given
   *     twice for the same target
   */
  public static SearchPhrases read(Path root, Languages languages, Content content) {
    Set<String> slugs =
        Stream.concat(
                content.pages().stream().map(PageFacts::slug),
                SearchEntries.FEATURE_PAGES.keySet().stream())
            .collect(Collectors.toSet());
    Map<Language, Map<SearchTarget, List<String>>> phrases = new LinkedHashMap<>();
    for (Language language : languages.all()) {
      String name = fileName(language);
      Map<SearchTarget, List<String>> targets = new LinkedHashMap<>();
      if (Files.exists(root.resolve(name))) {
        File file = YamlFile.read(root, name, File.class);
        file.pages()
            .forEach(
                (slug, list) -> {
                  require(slugs.contains(slug), name, "there is no page '" + slug + "'");
                  targets.put(SearchTarget.page(slug), valid(list, slug, name));
                });
        file.organisations()
            .forEach(
                (id, list) -> {
                  require(
                      content.organisation(id).isPresent(),
                      name,
                      "there is no organisation '" + id + "'");
                  targets.put(SearchTarget.organisation(id), valid(list, id, name));
                });
      }
      phrases.put(language, targets);
    }
    return new SearchPhrases(phrases);
  }

  /** Name of the file in the folder {@code content}. */
  public static String fileName(Language language) {
    return FOLDER + "/" + language.code() + ".yaml";
  }

  private static List<String> valid(List<String> list, String target, String file) {
    require(list != null && !list.isEmpty(), file, "'" + target + "' has no phrase");
    List<String> seen = new ArrayList<>();
    for (String phrase : list) {
      require(phrase != null && !phrase.isBlank(), file, "'" + target + "' has an empty phrase");
      require(
          phrase.length() <= MAX_LENGTH,
          file,
          "'" + phrase + "' is longer than " + MAX_LENGTH + " characters");
      require(!seen.contains(phrase), file, "'" + phrase + "' is given twice for " + target);
      seen.add(phrase);
    }
    return List.copyOf(seen);
  }

  private static void require(boolean condition, String file, String reason) {
    if (!condition) {
      throw InvalidContentException.in("content/" + file, reason);
    }
  }

  /** The phrases of a language by what they lead to, in the order of the file. */
  public Map<SearchTarget, List<String>> in(Language language) {
    return phrases.getOrDefault(language, Map.of());
  }
}
