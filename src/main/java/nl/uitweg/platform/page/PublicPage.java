package nl.uitweg.platform.page;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.uitweg.platform.i18n.Language;

/**
 * A public page that the sitemap lists.
 *
 * @param slug path below the language; empty for home; the same in every language
 * @param stored whether the page is rendered in advance and served from memory
 * @param state what the page shows at a moment that depends on the time
 * @param html renders the whole document as it is at a moment; empty for dynamic pages
 */
public record PublicPage(
    Language language,
    String slug,
    boolean stored,
    Function<Instant, TimeState> state,
    Function<Instant, String> html) {

  /** A page that is rendered once and served from memory. */
  public static PublicPage stored(Language language, String slug, Supplier<String> html) {
    return timed(language, slug, at -> TimeState.CONSTANT, at -> html.get());
  }

  /**
   * A page that is served from memory and rendered again whenever its time state changes, so that
   * it never shows what was true earlier.
   */
  public static PublicPage timed(
      Language language,
      String slug,
      Function<Instant, TimeState> state,
      Function<Instant, String> html) {
    return new PublicPage(language, slug, true, state, html);
  }

  /** A page that a resource renders at each request. */
  public static PublicPage dynamic(Language language, String slug) {
    return new PublicPage(language, slug, false, at -> TimeState.CONSTANT, at -> "");
  }
}
