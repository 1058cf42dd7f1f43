package nl.uitweg.platform.page;

import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;

/** A feature with public pages; {@link PageStore} calls it once per language at start-up. */
public interface PublicPages {

  /** The pages of this feature in one language. */
  Stream<PublicPage> in(Language language);
}
