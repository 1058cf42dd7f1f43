package nl.uitweg.editing.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.platform.i18n.Language;

/** Reads guidance pages as {@link PageText}; each file is read once. */
public final class PageTexts {

  private final Path content;
  private final List<String> slugs;
  private final Map<String, PageText> cache = new HashMap<>();

  /**
   * @param content the folder {@code content/}
   * @param slugs slugs of the pages
   */
  public PageTexts(Path content, List<String> slugs) {
    this.content = content;
    this.slugs = slugs;
  }

  public List<String> slugs() {
    return slugs;
  }

  /** The page in a language; empty when there is no translation. */
  public Optional<PageText> find(Language language, String slug) {
    Path file = content.resolve(language.code()).resolve(slug + ".md");
    return Files.exists(file) ? Optional.of(page(language, slug)) : Optional.empty();
  }

  /** The page in a language; the translation must exist. */
  public PageText page(Language language, String slug) {
    return cache.computeIfAbsent(
        language.code() + "/" + slug, key -> PageText.read(content, language, slug));
  }
}
