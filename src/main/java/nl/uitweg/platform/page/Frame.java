package nl.uitweg.platform.page;

import java.util.List;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;

/**
 * What every public page has around its content: language, head, language chooser, exit button.
 * Created by {@link Frames}.
 *
 * @param texts the interface texts in the language of the page
 * @param slug path below the language; empty for home
 * @param title neutral title, because it appears in the browser history
 * @param description summary for search engines; empty when the page is not indexed
 * @param indexed whether search engines may list the page
 * @param swornReviewed whether a sworn translator has reviewed this language; if not, the page says
 *     so
 * @param canonical full address of the page
 * @param alternates the page in every language, this one included
 * @param stylesheet address of the stylesheet
 * @param script address of the script; every page works without it
 */
public record Frame(
    Texts texts,
    Language language,
    String slug,
    String title,
    String description,
    boolean indexed,
    boolean swornReviewed,
    String canonical,
    List<Alternate> alternates,
    String stylesheet,
    String script) {

  /**
   * The same page in one of the languages.
   *
   * @param href address without the host
   * @param absolute full address
   * @param current whether this is the language of the page itself
   */
  public record Alternate(Language language, String href, String absolute, boolean current) {}

  /** Address of another page in the same language. */
  public String to(String slug) {
    return slug.isEmpty() ? "/" + language.code() : "/" + language.code() + "/" + slug;
  }

  /**
   * Address for languages that the site does not have ({@code hreflang="x-default"}): the language
   * redirect for the home page, otherwise the English page.
   */
  public String xDefaultUrl() {
    return slug.isEmpty()
        ? canonical.substring(0, canonical.length() - language.code().length())
        : alternates.stream()
            .filter(other -> other.language().equals(Language.ENGLISH))
            .findFirst()
            .map(Alternate::absolute)
            .orElse(canonical);
  }

  /** Full address of the home page in this language. */
  public String home() {
    return slug.isEmpty()
        ? canonical
        : canonical.substring(0, canonical.length() - slug.length() - 1);
  }

  public String exit() {
    return to("exit");
  }

  /** Whether this page is a translation, so that it links to the Dutch page. */
  public boolean translated() {
    return !language.equals(Language.DUTCH);
  }

  /** Address of the same page in Dutch, the source, without the host. */
  public String dutch() {
    return Frames.address(Language.DUTCH, slug);
  }
}
