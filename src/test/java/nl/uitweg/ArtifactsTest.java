package nl.uitweg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Looks into the two artifacts: {@code target/quarkus-app}, the product, and {@code
 * target/operator}, the commands of whoever runs it.
 */
@Tag("process")
class ArtifactsTest {

  private static final Path PRODUCT = Path.of("target/quarkus-app");
  private static final Path OPERATOR = Path.of("target/operator");
  private static final Path OPERATOR_JAR = OPERATOR.resolve("operator.jar");

  /** The packages of src/demo and src/tools, and of the tests. */
  private static final List<String> NOT_IN_THE_PRODUCT =
      List.of(
          "nl/uitweg/bench/",
          "nl/uitweg/command/",
          "nl/uitweg/demo/",
          "nl/uitweg/editing/",
          "nl/uitweg/journeys/",
          "nl/uitweg/operator/",
          "nl/uitweg/seed/",
          "nl/uitweg/testsupport/");

  /** Libraries of the demo, the tools and the tests, by the start of their file name. */
  private static final List<String> LIBRARIES_NOT_IN_THE_PRODUCT =
      List.of(
          "antlr.antlr-2",
          "com.icegreen.",
          "com.microsoft.playwright.",
          "info.picocli.",
          "io.rest-assured.",
          "io.zonky.",
          "org.assertj.",
          "org.fedorahosted.",
          "org.flywaydb.",
          "org.junit.",
          "org.openjdk.jmh.");

  @TempDir Path folder;

  @Test
  void productHoldsNoDemoNoToolAndNoTest() throws IOException {
    List<String> entries = new ArrayList<>();
    for (Path jar : files(PRODUCT.resolve("app"))) {
      entries.addAll(entries(jar));
    }
    assertThat(entries).contains("nl/uitweg/site/report/FormResource.class");
    assertThat(startingWith(entries, NOT_IN_THE_PRODUCT)).isEmpty();
    assertThat(startingWith(entries, List.of("db/migration/"))).isEmpty();
    assertThat(entries).noneMatch(entry -> entry.matches(".*Test(\\$.*)?\\.class"));
    assertThat(everyClassOf("src/main/java")).containsAll(topLevelClasses(entries));
  }

  @Test
  void productHoldsNoLibraryOfDemoToolsOrTests() throws IOException {
    List<String> libraries =
        files(PRODUCT.resolve("lib")).stream().map(jar -> jar.getFileName().toString()).toList();
    assertThat(libraries).anyMatch(name -> name.startsWith("org.postgresql.postgresql-"));
    assertThat(startingWith(libraries, LIBRARIES_NOT_IN_THE_PRODUCT)).isEmpty();
  }

  /** So that the two tests above name what is really there. */
  @Test
  void everyPackageOfDemoAndToolsIsNamed() throws IOException {
    Set<String> classes = everyClassOf("src/demo/java");
    classes.addAll(everyClassOf("src/tools/java"));
    assertThat(classes).isNotEmpty();
    assertThat(classes).hasSameSizeAs(startingWith(classes, NOT_IN_THE_PRODUCT));
  }

  @Test
  void operatorArtifactHoldsItsCommandsOnly() throws IOException {
    List<String> entries = entries(OPERATOR_JAR);
    assertThat(entries).contains("db/migration/V1__report_create_tables.sql");
    assertThat(entries).contains("nl/uitweg/operator/KeysCommand.class");
    assertThat(
            startingWith(
                entries,
                List.of(
                    "nl/uitweg/demo/",
                    "nl/uitweg/desk/",
                    "nl/uitweg/editing/",
                    "nl/uitweg/seed/",
                    "nl/uitweg/site/")))
        .isEmpty();
    assertThat(startingWith(names(OPERATOR.resolve("lib")), List.of("embedded-", "quarkus-")))
        .isEmpty();
  }

  @Test
  void operatorArtifactNamesEachOfItsLibraries() throws IOException {
    try (JarFile jar = new JarFile(OPERATOR_JAR.toFile())) {
      String classPath = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      assertThat(classPath.split(" "))
          .containsExactlyInAnyOrderElementsOf(
              names(OPERATOR.resolve("lib")).stream().map(name -> "lib/" + name).toList());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "keys    | Creates, shows, rotates and retires keysets",
        "audit   | Verifies the hash chain of audit events, or lists what was purged",
        "migrate | Migrates the database to the version of this application",
        "backup  | Writes a backup of the database to FILE",
        "restore | Restores a backup of bin/backup into an empty database"
      })
  void operatorCommandAnswersHelp(String command, String description) throws Exception {
    Result result = operator(command, "--help");
    assertThat(result.output()).contains("Usage: bin/" + command).contains(description);
    assertThat(result.status()).isZero();
  }

  @Test
  void operatorArtifactHasWhatItNeedsToMakeKeys() throws Exception {
    Result result = operator("keys", "create", folder.resolve("keys").toString(), "heemstede");
    assertThat(result.output()).contains("heemstede").doesNotContain("Exception");
    assertThat(result.status()).isZero();
    assertThat(folder.resolve("keys/private/heemstede.private.json")).exists();
  }

  @Test
  void operatorNamesItsCommands() throws Exception {
    Result result = operator("seed");
    assertThat(result.output()).contains("must be one of: audit, backup, keys, migrate, restore");
    assertThat(result.status()).isEqualTo(2);
  }

  private record Result(int status, String output) {}

  /** Runs the artifact as an operator does, in another folder. */
  private Result operator(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-jar",
                OPERATOR_JAR.toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  private static List<String> startingWith(Collection<String> names, List<String> prefixes) {
    return names.stream().filter(name -> prefixes.stream().anyMatch(name::startsWith)).toList();
  }

  /** The class files of the top-level classes of a source folder. */
  private static Set<String> everyClassOf(String sourceFolder) throws IOException {
    Path root = Path.of(sourceFolder);
    Set<String> classes = new TreeSet<>();
    for (Path file : files(root)) {
      classes.add(root.relativize(file).toString().replace(".java", ".class"));
    }
    return classes;
  }

  private static List<String> topLevelClasses(List<String> entries) {
    return entries.stream()
        .filter(entry -> entry.startsWith("nl/uitweg/") && entry.endsWith(".class"))
        .filter(entry -> !entry.contains("$"))
        .toList();
  }

  private static List<String> names(Path directory) throws IOException {
    return files(directory).stream().map(file -> file.getFileName().toString()).toList();
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static List<String> entries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(ZipEntry::getName).toList();
    }
  }
}
