package nl.uitweg.demo.livereload;

import io.quarkus.bootstrap.app.QuarkusBootstrap;
import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.deployment.dev.DevModeContext;
import io.quarkus.deployment.dev.DevModeMain;
import io.quarkus.maven.dependency.ResolvedDependency;
import io.quarkus.paths.PathCollection;
import io.quarkus.paths.PathList;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Main class of the application process of {@code bin/dev}. The application is configured through
 * environment variables, as the packaged one. Its classes and resources are in {@code target/dev},
 * so that nothing of it gets into a build.
 */
public final class DevelopmentServer {

  private static final long SCAN_NANOS = 100_000_000L;

  private static final String REGION_VARIABLE = "PORTAL_REGION_DIRECTORY";
  private static final String REGION_COPY = "region-of-option";

  private static final Map<String, String> SETTINGS =
      Map.of(
          // Pages are rendered when they are requested. The template debugger is not used.
          "quarkus.arc.exclude-types",
              "nl.uitweg.platform.page.PageRendering,io.quarkus.qute.runtime.debug.*",
          // LiveReload reports restarts and why they failed, in fewer lines.
          "quarkus.log.category.\"io.quarkus\".level", "WARN",
          "quarkus.log.category.\"io.quarkus.runtime.Application\".level", "OFF",
          "quarkus.log.category.\"io.quarkus.deployment.dev.IsolatedDevModeMain\".level", "OFF",
          "quarkus.console.enabled", "false",
          "quarkus.test.continuous-testing", "disabled");

  private DevelopmentServer() {}

  /**
   * @param arguments the address of the site
   */
  public static void main(String[] arguments) throws Exception {
    endWithParent();
    URI site = URI.create(arguments[0]);
    Path project = Path.of("").toAbsolutePath();
    Path target = project.resolve("target/dev");
    Path output = target.resolve("classes");
    PrintStream terminal = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Optional<Path> region = Optional.ofNullable(System.getenv(REGION_VARIABLE)).map(Path::of);
    List<SourceFolder> folders = new ArrayList<>(SourceFolder.of(project));
    // The application reads a copy, so that the last valid state can be restored.
    region.ifPresent(folder -> folders.add(new SourceFolder(folder, REGION_COPY)));
    ApplicationModel model = ApplicationModels.read(project, target.resolve("model.dat"));
    SourceSnapshot snapshot = SourceSnapshot.of(folders);
    IncrementalCompiler compiler = new IncrementalCompiler(output, libraries(model));
    new FirstOutput(folders, project.resolve("target/classes"), output)
        .update(snapshot.files().keySet(), compiler);
    LoginExtensionBean.writeTo(output);
    DevModeContext context = context(project, target, output, model);
    if (region.isPresent()) {
      context
          .getSystemProperties()
          .put("portal.region.directory", output.resolve(REGION_COPY).toString());
    }
    new DevModeMain(context, model).start();
    LiveReload reload =
        new LiveReload(folders, output, compiler, new RenderedPages(site), terminal);
    reload.reportFirstStart();
    watch(folders, snapshot, reload);
  }

  /** So that the port is free again even when the parent could not stop this process. */
  private static void endWithParent() {
    CompletableFuture<Void> unused =
        ProcessHandle.current().parent().orElseThrow().onExit().thenRun(() -> System.exit(0));
  }

  private static List<Path> libraries(ApplicationModel model) {
    return model.getRuntimeDependencies().stream()
        .map(ResolvedDependency::getResolvedPaths)
        .flatMap(PathCollection::stream)
        .toList();
  }

  private static DevModeContext context(
      Path project, Path target, Path output, ApplicationModel model) throws IOException {
    // Quarkus itself watches no sources: LiveReload brings only valid files into its class path.
    Path none = Files.createDirectories(target.resolve("no-sources"));
    DevModeContext context = new DevModeContext();
    context.setMode(QuarkusBootstrap.Mode.DEV);
    context.setTest(true); // requests wait for a restart, however soon they follow each other
    context.setBaseName("uitweg");
    context.setProjectDir(project.toFile());
    context.setArgs(new String[0]);
    context.getSystemProperties().putAll(SETTINGS);
    context.setApplicationRoot(
        new DevModeContext.ModuleInfo.Builder()
            .setArtifactKey(model.getAppArtifact().getKey())
            .setName("uitweg")
            .setProjectDirectory(project.toString())
            .setSourcePaths(PathList.of(none))
            .setSourceParents(PathList.of(none))
            .setClassesPath(output.toString())
            .setTargetDir(target.toString())
            .build());
    return context;
  }

  /** Never returns. A change counts when no file changed any more between two scans. */
  private static void watch(List<SourceFolder> folders, SourceSnapshot start, LiveReload reload)
      throws IOException, InterruptedException {
    SourceSnapshot applied = start;
    SourceSnapshot previous = start;
    while (true) {
      LockSupport.parkNanos(SCAN_NANOS);
      SourceSnapshot current = SourceSnapshot.of(folders);
      if (current.equals(previous) && !current.equals(applied)) {
        reload.apply(current.changedSince(applied), current.files().keySet());
        applied = current;
      }
      previous = current;
    }
  }
}
