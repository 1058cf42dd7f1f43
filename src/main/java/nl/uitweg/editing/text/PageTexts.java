package nl.uitweg.editing.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.content.PageText;
import nl.uitweg.platform.i18n.Language;

/** The pages of every language as pieces of text, each read once. */
public final class PageTexts {

  private final Path content;
  private final List<String> slugs;
  private final Map<String, PageText> read = new HashMap<>();

  /**
   * @param content the folder {@code content/}
   * @param slugs of the pages
   */
  public PageTexts(Path content, List<String> slugs) {
    this.content = content;
    this.slugs = slugs;
  }

  public List<String> slugs() {
    return slugs;
  }

  /** Empty where a translation is missing. */
  public Optional<PageText> find(Language language, String slug) {
    Path file = content.resolve(language.code()).resolve(slug + ".md");
    return Files.exists(file) ? Optional.of(page(language, slug)) : Optional.empty();
  }

  public PageText page(Language language, String slug) {
    return read.computeIfAbsent(
        language.code() + "/" + slug, name -> PageText.read(content, language, slug));
  }
}
