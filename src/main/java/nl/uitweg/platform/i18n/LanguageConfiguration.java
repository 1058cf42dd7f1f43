package nl.uitweg.platform.i18n;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
  Bundles bundles(Languages languages, LocalTexts local) {
    return PackagedFolder.read(
        "i18n",
        (Path i18n) ->
            local.read(
                folders -> {
                  List<BundleFolder> all = new ArrayList<>(BundleFolder.all(i18n));
                  all.addAll(folders);
                  return Bundles.read(all, languages, local.parameters());
                }));
  }
}
