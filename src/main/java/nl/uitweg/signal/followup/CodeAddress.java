package nl.uitweg.signal.followup;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import nl.uitweg.language.Language;
import nl.uitweg.page.PublicPage;
import nl.uitweg.page.PublicPages;

/** The page of the code, for the sitemap; {@link CodeResource} makes it. */
@Singleton
class CodeAddress implements PublicPages {

  @Override
  public Stream<PublicPage> in(Language language) {
    return Stream.of(PublicPage.made(language, "code"));
  }
}
