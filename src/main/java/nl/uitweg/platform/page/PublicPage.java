package nl.uitweg.platform.page;

import java.util.function.Supplier;
import nl.uitweg.platform.i18n.Language;

/**
 * A public page that the sitemap lists.
 *
 * @param slug path below the language; empty for home; the same in every language
 * @param stored whether the page is rendered once at start-up and served from memory
 * @param html renders the whole document; empty for dynamic pages
 */
public record PublicPage(Language language, String slug, boolean stored, Supplier<String> html) {

  /** A page that is rendered once and served from memory. */
  public static PublicPage stored(Language language, String slug, Supplier<String> html) {
    return new PublicPage(language, slug, true, html);
  }

  /** A page that a resource renders at each request. */
  public static PublicPage dynamic(Language language, String slug) {
    return new PublicPage(language, slug, false, () -> "");
  }
}
