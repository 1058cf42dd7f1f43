package nl.uitweg.page;

import java.util.stream.Stream;
import nl.uitweg.language.Language;

/** A feature that has pages to show; {@link PageStore} asks each of them once per language. */
public interface PublicPages {

  Stream<PublicPage> in(Language language);
}
