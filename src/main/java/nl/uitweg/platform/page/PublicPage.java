package nl.uitweg.platform.page;

import java.util.function.Supplier;
import nl.uitweg.platform.i18n.Language;

/**
 * A public page, listed in the sitemap; stored pages are rendered once at start-up and served from
 * memory.
 *
 * @param slug path below the language; empty for home; the same in every language
 * @param html renders the whole document
 */
public record PublicPage(Language language, String slug, boolean stored, Supplier<String> html) {

  public static PublicPage stored(Language language, String slug, Supplier<String> html) {
    return new PublicPage(language, slug, true, html);
  }

  /** A page that a resource makes at each visit. */
  public static PublicPage made(Language language, String slug) {
    return new PublicPage(language, slug, false, () -> "");
  }
}
