package nl.uitweg;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/architecture.md} shows the packages as their {@code package-info} declares them. */
class ArchitectureDocumentTest {

  private static final Path DOCUMENT = Path.of("docs/architecture.md");
  private static final Path DRAWN = Path.of("target/architecture.md");
  private static final String START = "<!-- From here on drawn from @MayCall. -->\n";
  private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

  private final Map<String, Set<String>> declared =
      PackagePermissions.declared(
          new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages("nl.uitweg"));

  @Test
  void showsThePackagesAsDeclared() throws IOException {
    String document = Files.readString(DOCUMENT);
    int start = document.indexOf(START);
    assertThat(start).as("the line %s in %s", START.strip(), DOCUMENT).isPositive();
    String drawn = document.substring(0, start) + START + diagram() + table();
    Files.writeString(DRAWN, drawn);
    assertThat(document).as("%s; copy %s over it", DOCUMENT, DRAWN).isEqualTo(drawn);
  }

  /** One box for each top-level package. */
  private String diagram() {
    Map<String, Set<String>> rooms = new TreeMap<>();
    declared.forEach(
        (name, targets) -> {
          Set<String> called = rooms.computeIfAbsent(room(name), any -> new TreeSet<>());
          targets.stream()
              .map(ArchitectureDocumentTest::room)
              .filter(target -> !target.equals(room(name)))
              .forEach(called::add);
        });
    return rooms.entrySet().stream()
        .flatMap(room -> room.getValue().stream().map(to -> "  " + room.getKey() + " --> " + to))
        .collect(Collectors.joining("\n", "\n```mermaid\nflowchart TD\n", "\n```\n"));
  }

  private String table() throws IOException {
    StringBuilder table =
        new StringBuilder("\n| package | what it is for | may call |\n|---|---|---|\n");
    for (Map.Entry<String, Set<String>> entry : declared.entrySet()) {
      table
          .append("| `")
          .append(entry.getKey())
          .append("` | ")
          .append(purpose(entry.getKey()))
          .append(" | ")
          .append(String.join(", ", entry.getValue()))
          .append(" |\n");
    }
    return table.toString();
  }

  /** The comment of the package, on one line. */
  private static String purpose(String name) throws IOException {
    Path file =
        Path.of("src/main/java/nl/uitweg", name.replace('.', '/')).resolve("package-info.java");
    Matcher comment = COMMENT.matcher(Files.readString(file));
    assertThat(comment.find()).as("a comment in %s", file).isTrue();
    return comment
        .group(1)
        .replaceAll("\\n \\*", " ")
        .replaceAll("\\{@code ([^}]*)}", "`$1`")
        .replaceAll("\\{@link (?:[\\w.]*\\.)?(\\w+)}", "`$1`")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String room(String name) {
    return name.replaceFirst("\\..*", "");
  }
}
