package nl.uitweg.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import nl.uitweg.testsupport.ContentCopy;
import nl.uitweg.testsupport.TestOutput;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code bin/dev --public} in a copy of the sources: changed files are on the screen without a new
 * start, and invalid files are reported while the site keeps working.
 */
@Tag("process")
class DevelopmentTest {

  private static final Pattern STYLESHEET = Pattern.compile("/style-[0-9a-f]+\\.css");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path project;
  private static Process process;
  private static Path terminal;
  private static String site;

  @BeforeAll
  static void start() throws IOException {
    for (String source : List.of("pom.xml", "src/main", "deploy", "target/classes")) {
      copy(Path.of(source), project.resolve(source));
    }
    ContentCopy.into(project, List.of("nl", "en"));
    int port = LocalPorts.findFree();
    site = "http://localhost:" + port;
    terminal = TestOutput.file("development.log").toAbsolutePath();
    process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                classPathWithoutTests(),
                Development.class.getName(),
                "--public",
                "--port",
                Integer.toString(port),
                "--data",
                project.resolve("data").toString())
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(terminal.toFile())
            .start();
    TestTimeout.await(terminal + " says that the site is ready")
        .until(() -> !process.isAlive() || printed("The public site is ready"));
    assertThat(process.isAlive()).as("bin/dev runs; see %s", terminal).isTrue();
  }

  @AfterAll
  static void stop() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    process.onExit().join();
    TestTimeout.await("no child of bin/dev is left")
        .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void showsChangedSentence() throws IOException {
    append("content/nl/help.md", "\nDeze zin is nieuw.\n");
    awaitText("/nl/help", "Deze zin is nieuw.");
  }

  @Test
  void showsChangedRegion() throws IOException {
    edit(
        "content/region/region.yaml",
        "municipalities:\n",
        "name: Nieuwe Streek\nmunicipalities:\n");
    TestTimeout.await()
        .until(() -> Files.readString(terminal).matches("(?s).*Reloaded in [^\n]*region.yaml.*"));
  }

  @Test
  void showsChangedTemplate() throws IOException {
    edit("src/main/resources/templates/site/guidance/home.html", "</h1>", " changed title</h1>");
    awaitText("/nl", " changed title</h1>");
  }

  @Test
  void showsChangedStyle() throws IOException {
    append("src/main/resources/css/base.css", "\n.changed-style { color: red; }\n");
    TestTimeout.await()
        .until(
            () -> {
              Matcher stylesheet = STYLESHEET.matcher(get("/nl"));
              return stylesheet.find() && get(stylesheet.group()).contains(".changed-style");
            });
  }

  @Test
  void showsChangedClassAndNewMember() throws IOException {
    String file = "src/main/java/nl/uitweg/platform/page/Sitemap.java";
    edit(
        file,
        "final class Sitemap {",
        "final class Sitemap {\n  static String mark() { return \"<!-- new -->\"; }\n");
    edit(file, "\"</urlset>\\n\"", "\"</urlset>\" + mark()");
    awaitText("/sitemap.xml", "<!-- new -->");
  }

  @Test
  void keepsLastValidStateWhenFilesAreInvalid() throws IOException {
    Path facts = project.resolve("content/organisations.yaml");
    Path java = project.resolve("src/main/java/nl/uitweg/platform/page/Minifier.java");
    String validFacts = Files.readString(facts);
    String validJava = Files.readString(java);
    Files.writeString(facts, validFacts.replaceFirst("kind: emergency", "kind: nonsense"));
    TestTimeout.await().until(() -> printed("NOT RELOADED: organisations.yaml"));
    awaitText("/nl/help", "Je hoeft nog niets te kiezen");
    Files.writeString(facts, validFacts);
    Files.writeString(java, validJava + "nonsense");
    TestTimeout.await().until(() -> printed("Minifier.java:" + (validJava.lines().count() + 1)));
    awaitText("/nl/help", "Je hoeft nog niets te kiezen");
    Files.writeString(java, validJava);
    TestTimeout.await()
        .until(
            () -> {
              String output = Files.readString(terminal);
              return output.indexOf("Reloaded in", output.lastIndexOf("NOT RELOADED")) > 0;
            });
  }

  /**
   * The packaged product lacks the development mode of Quarkus, and its generated beans include the
   * one that renders all pages at start-up. Beans are chosen by the build, so no setting can remove
   * it afterwards; StartUpTest starts it with that setting.
   */
  @Test
  void productCannotBeSwitchedToDevelopmentMode() throws IOException {
    Path product = Path.of("target/quarkus-app");
    assertThat(product.resolve("lib/deployment")).doesNotExist();
    try (Stream<Path> libraries = Files.list(product.resolve("lib/main"))) {
      assertThat(libraries.map(library -> library.getFileName().toString()))
          .isNotEmpty()
          .noneMatch(
              name -> name.contains("-deployment-") || name.contains("quarkus-bootstrap-core"));
    }
    try (ZipFile generated =
        new ZipFile(product.resolve("quarkus/generated-bytecode.jar").toFile())) {
      assertThat(generated.getEntry("nl/uitweg/platform/page/PageRendering_Bean.class"))
          .isNotNull();
    }
  }

  private static void awaitText(String path, String text) {
    TestTimeout.await(path + " shows: " + text).until(() -> get(path).contains(text));
  }

  /** The page; empty while the application restarts. */
  private static String get(String path) throws InterruptedException {
    try {
      HttpResponse<String> response =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(site + path)).build(),
              HttpResponse.BodyHandlers.ofString());
      return response.statusCode() == 200 ? response.body() : "";
    } catch (IOException restarting) {
      return "";
    }
  }

  private static boolean printed(String text) throws IOException {
    return Files.readString(terminal).contains(text);
  }

  private static void append(String file, String text) throws IOException {
    Path path = project.resolve(file);
    Files.writeString(path, Files.readString(path) + text);
  }

  private static void edit(String file, String old, String text) throws IOException {
    Path path = project.resolve(file);
    String before = Files.readString(path);
    assertThat(before).contains(old);
    Files.writeString(path, before.replace(old, text));
  }

  private static String classPathWithoutTests() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.concat(
            Stream.of(Path.of("target/tools-classes").toAbsolutePath().toString()),
            Stream.of(classPath.split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (from.equals(path)) {
          target = to;
        }
        Files.createDirectories(target.getParent());
        Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
