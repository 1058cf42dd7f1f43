package nl.uitweg.region;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import nl.uitweg.platform.i18n.Packaged;

/** CDI producer of {@link Region}, which is read once, at start-up. */
@ApplicationScoped
class RegionConfiguration {

  @Produces
  @Singleton
  Region region() {
    return Packaged.folder("content", Region::read);
  }
}
