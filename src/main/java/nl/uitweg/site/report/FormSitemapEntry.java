package nl.uitweg.site.report;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.page.PublicPage;
import nl.uitweg.platform.page.PublicPages;

/** Adds the form to the sitemap; {@link FormResource} serves its screens. */
@Singleton
class FormSitemapEntry implements PublicPages {

  @Override
  public Stream<PublicPage> in(Language language) {
    return Stream.of(PublicPage.dynamic(language, "report"));
  }
}
