package nl.uitweg.platform.page;

import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;

/** A feature that has pages to show; {@link PageStore} asks each of them once per language. */
public interface PublicPages {

  Stream<PublicPage> in(Language language);
}
