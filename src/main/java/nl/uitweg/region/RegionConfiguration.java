package nl.uitweg.region;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.LocalTexts;
import nl.uitweg.platform.i18n.TextParameters;
import nl.uitweg.platform.settings.RegionalSettings;

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

  @Produces
  @Singleton
  RegionalSettings regionalSettings(Region region) {
    return new SettingsOfRegion(region.exit(), RegionFolder.read(RegionConfiguration::theme));
  }

  private static Optional<String> theme(Path folder) {
    Path file = folder.resolve("theme.css");
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read as UTF-8 text", e);
    }
  }

  private record SettingsOfRegion(Map<String, String> exit, Optional<String> theme)
      implements RegionalSettings {}

  private record RegionTexts(TextParameters parameters) implements LocalTexts {
    @Override
    public <T> T read(Function<List<BundleFolder>, T> reader) {
      return RegionFolder.read(folder -> reader.apply(RegionFolder.bundles(folder)));
    }
  }
}
