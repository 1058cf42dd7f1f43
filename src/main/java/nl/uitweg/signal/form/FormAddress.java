package nl.uitweg.signal.form;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import nl.uitweg.language.Language;
import nl.uitweg.page.PublicPage;
import nl.uitweg.page.PublicPages;

/** The form, for the sitemap; {@link FormResource} makes its screens. */
@Singleton
class FormAddress implements PublicPages {

  @Override
  public Stream<PublicPage> in(Language language) {
    return Stream.of(PublicPage.made(language, "report"));
  }
}
