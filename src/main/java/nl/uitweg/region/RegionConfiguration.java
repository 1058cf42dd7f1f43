package nl.uitweg.region;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.LocalTexts;
import nl.uitweg.platform.i18n.TextParameters;

/** CDI producer of {@link Region}, which is read once, at start-up, and of its texts. */
@ApplicationScoped
class RegionConfiguration {

  @Produces
  @Singleton
  Region region() {
    return RegionFolder.read(Region::read);
  }

  @Produces
  @Singleton
  LocalTexts localTexts(Region region) {
    return new RegionTexts(region.textParameters());
  }

  private record RegionTexts(TextParameters parameters) implements LocalTexts {
    @Override
    public <T> T read(Function<List<BundleFolder>, T> reader) {
      return RegionFolder.read(folder -> reader.apply(RegionFolder.bundles(folder)));
    }
  }
}
