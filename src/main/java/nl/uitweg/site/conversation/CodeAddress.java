package nl.uitweg.site.conversation;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.page.PublicPage;
import nl.uitweg.platform.page.PublicPages;

/** The page of the code, for the sitemap; {@link CodeResource} makes it. */
@Singleton
class CodeAddress implements PublicPages {

  @Override
  public Stream<PublicPage> in(Language language) {
    return Stream.of(PublicPage.dynamic(language, "code"));
  }
}
