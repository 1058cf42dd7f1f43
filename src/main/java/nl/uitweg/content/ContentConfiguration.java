package nl.uitweg.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.PackagedFolder;

/** Produces {@link Content} for injection; it is read once, at start-up. */
@ApplicationScoped
class ContentConfiguration {

  @Produces
  @Singleton
  Content content(Languages languages) {
    return PackagedFolder.read("content", root -> Content.read(root, languages));
  }
}
