package nl.uitweg.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.PackagedFolder;
import nl.uitweg.region.RegionFolder;

/** Produces {@link Content} for injection; it is read once, at start-up. */
@ApplicationScoped
class ContentConfiguration {

  @Produces
  @Singleton
  Content content(Languages languages) {
    return PackagedFolder.read(
        "content", root -> RegionFolder.read(region -> Content.read(root, region, languages)));
  }
}
