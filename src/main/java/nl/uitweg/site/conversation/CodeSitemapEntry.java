package nl.uitweg.site.conversation;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.page.PublicPage;
import nl.uitweg.platform.page.PublicPages;

/** Adds the page that asks for the code to the sitemap; {@link CodeResource} serves it. */
@Singleton
class CodeSitemapEntry implements PublicPages {

  @Override
  public Stream<PublicPage> in(Language language) {
    return Stream.of(PublicPage.dynamic(language, "code"));
  }
}
