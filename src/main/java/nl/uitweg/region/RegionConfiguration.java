package nl.uitweg.region;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import nl.uitweg.platform.i18n.PackagedFolder;

/** CDI producer of {@link Region}, which is read once, at start-up. */
@ApplicationScoped
class RegionConfiguration {

  @Produces
  @Singleton
  Region region() {
    return PackagedFolder.read("content", Region::read);
  }
}
