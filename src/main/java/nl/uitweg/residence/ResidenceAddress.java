package nl.uitweg.residence;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import nl.uitweg.language.Language;
import nl.uitweg.page.PublicPage;
import nl.uitweg.page.PublicPages;

/** The guide, for the sitemap; {@link ResidenceResource} makes its screens. */
@Singleton
class ResidenceAddress implements PublicPages {

  @Override
  public Stream<PublicPage> in(Language language) {
    return Stream.of(PublicPage.made(language, "residence"));
  }
}
