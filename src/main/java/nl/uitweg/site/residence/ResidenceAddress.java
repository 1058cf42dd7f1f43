package nl.uitweg.site.residence;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.page.PublicPage;
import nl.uitweg.platform.page.PublicPages;

/** The guide, for the sitemap; {@link ResidenceResource} makes its screens. */
@Singleton
class ResidenceAddress implements PublicPages {

  @Override
  public Stream<PublicPage> in(Language language) {
    return Stream.of(PublicPage.dynamic(language, "residence"));
  }
}
