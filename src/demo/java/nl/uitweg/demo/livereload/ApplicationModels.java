package nl.uitweg.demo.livereload;

import io.quarkus.bootstrap.BootstrapAppModelFactory;
import io.quarkus.bootstrap.BootstrapException;
import io.quarkus.bootstrap.app.ApplicationModelSerializer;
import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.maven.dependency.ArtifactCoords;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.maven.dependency.ResolvedDependency;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Resolves the libraries and Quarkus extensions of the application from {@code pom.xml}. The result
 * is stored until {@code pom.xml} changes.
 */
final class ApplicationModels {

  private static final String EXTENSION = "META-INF/quarkus-extension.properties";
  private static final String DEVELOPMENT_PARTS = "conditional-dev-dependencies";

  private ApplicationModels() {}

  static ApplicationModel read(Path project, Path stored) throws IOException, BootstrapException {
    Path pom = project.resolve("pom.xml");
    if (Files.exists(stored)
        && Files.getLastModifiedTime(stored).compareTo(Files.getLastModifiedTime(pom)) > 0) {
      return ApplicationModelSerializer.deserialize(stored);
    }
    ApplicationModel model = resolve(project, List.of());
    model = resolve(project, developmentParts(model));
    ApplicationModelSerializer.serialize(model, stored);
    return model;
  }

  private static ApplicationModel resolve(Path project, List<Dependency> additional)
      throws BootstrapException {
    return BootstrapAppModelFactory.newInstance()
        .setProjectRoot(project.resolve("target/classes"))
        .setLocalProjectsDiscovery(true)
        .setForcedDependencies(additional)
        .resolveAppModel()
        .getApplicationModel();
  }

  /**
   * The parts that extensions need in development mode. The Dev UI and the template debugger are
   * left out: they open addresses and a port for which the application has no access rules.
   */
  private static List<Dependency> developmentParts(ApplicationModel model) throws IOException {
    List<Dependency> parts = new ArrayList<>();
    for (ResolvedDependency library : model.getRuntimeDependencies()) {
      Properties extension = new Properties();
      library
          .getContentTree()
          .accept(
              EXTENSION,
              file -> {
                if (file != null) {
                  load(extension, file.getPath());
                }
              });
      Stream.of(extension.getProperty(DEVELOPMENT_PARTS, "").split("\\s+", -1))
          .filter(coordinates -> !coordinates.isBlank())
          .map(ArtifactCoords::fromString)
          .filter(part -> part.getArtifactId().endsWith("-dev"))
          .map(part -> Dependency.of(part.getGroupId(), part.getArtifactId(), part.getVersion()))
          .forEach(parts::add);
    }
    return parts;
  }

  private static void load(Properties extension, Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      extension.load(reader);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
