package nl.uitweg.platform.page;

import jakarta.inject.Singleton;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.settings.PortalSettings;

/** Creates the {@link Frame} of a page: what every page has around its content. */
@Singleton
public class Frames {

  private final Languages languages;
  private final Bundles bundles;
  private final PortalSettings portal;
  private final Assets assets;

  Frames(Languages languages, Bundles bundles, PortalSettings portal, Assets assets) {
    this.languages = languages;
    this.bundles = bundles;
    this.portal = portal;
    this.assets = assets;
  }

  /** The frame of a page that search engines may list. */
  public Frame of(Language language, String slug, String title, String description) {
    return frame(language, slug, title, description, true);
  }

  /** The frame of a page that belongs to one visit only: form, error, confirmation. */
  public Frame unlisted(Language language, String slug, String title) {
    return frame(language, slug, title, "", false);
  }

  private Frame frame(
      Language language, String slug, String title, String description, boolean listed) {
    String base = portal.publicUrl().toString();
    return new Frame(
        bundles.in(language),
        language,
        slug,
        title,
        description,
        listed,
        languages.swornReviewDate(language).isPresent(),
        base + address(language, slug),
        languages.all().stream()
            .map(
                other ->
                    new Frame.Alternate(
                        other,
                        address(other, slug),
                        base + address(other, slug),
                        other.equals(language)))
            .toList(),
        assets.stylesheet().path(),
        assets.script().path());
  }

  /** Address of a page, without the host. */
  static String address(Language language, String slug) {
    return slug.isEmpty() ? "/" + language.code() : "/" + language.code() + "/" + slug;
  }
}
