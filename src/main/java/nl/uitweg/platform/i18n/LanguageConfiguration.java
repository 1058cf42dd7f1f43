package nl.uitweg.platform.i18n;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Produces the languages and texts, which are read once and never change. */
@ApplicationScoped
class LanguageConfiguration {

  @Produces
  @Singleton
  Languages languages() {
    return PackagedFolder.read("i18n", Languages::read);
  }

  @Produces
  @Singleton
  Bundles bundles(Languages languages) {
    return PackagedFolder.read("i18n", (Path i18n) -> Bundles.read(i18n, languages));
  }
}
