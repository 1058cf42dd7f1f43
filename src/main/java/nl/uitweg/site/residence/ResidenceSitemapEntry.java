package nl.uitweg.site.residence;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.page.PublicPage;
import nl.uitweg.platform.page.PublicPages;

/** Adds the residence guide to the sitemap; {@link ResidenceResource} serves its screens. */
@Singleton
class ResidenceSitemapEntry implements PublicPages {

  @Override
  public Stream<PublicPage> in(Language language) {
    return Stream.of(PublicPage.dynamic(language, "residence"));
  }
}
