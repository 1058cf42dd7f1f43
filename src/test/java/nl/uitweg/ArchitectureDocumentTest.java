package nl.uitweg;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks that {@code docs/architecture.md} shows the packages as their {@code package-info}
 * declares them.
 */
class ArchitectureDocumentTest {

  private static final Path DOCUMENT = Path.of("docs/architecture.md");
  private static final Path GENERATED = Path.of("target/architecture.md");
  private static final String START =
      "<!-- Generated from @MayCall; do not edit below this line. -->\n";
  private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

  private final Map<String, Set<String>> declared = PackagePermissions.declared(ClassFolders.all());

  @Test
  void documentMatchesDeclaredPackages() throws IOException {
    String document = Files.readString(DOCUMENT);
    int start = document.indexOf(START);
    assertThat(start).as("the line %s in %s", START.strip(), DOCUMENT).isPositive();
    String generated = document.substring(0, start) + START + diagram() + table();
    Files.writeString(GENERATED, generated);
    assertThat(document).as("%s; copy %s over it", DOCUMENT, GENERATED).isEqualTo(generated);
  }

  /** The Mermaid diagram, with one node per top-level package. */
  private String diagram() {
    Map<String, Set<String>> calls = new TreeMap<>();
    declared.forEach(
        (name, targets) -> {
          Set<String> called = calls.computeIfAbsent(topLevelPackage(name), any -> new TreeSet<>());
          targets.stream()
              .map(ArchitectureDocumentTest::topLevelPackage)
              .filter(target -> !target.equals(topLevelPackage(name)))
              .forEach(called::add);
        });
    return calls.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(to -> "  " + entry.getKey() + " --> " + to))
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
          .append(packageComment(entry.getKey()))
          .append(" | ")
          .append(String.join(", ", entry.getValue()))
          .append(" |\n");
    }
    return table.toString();
  }

  /** The comment of the package as one line of Markdown. */
  private static String packageComment(String name) throws IOException {
    Path file =
        Stream.of("main", "demo", "tools")
            .map(set -> Path.of("src", set, "java/nl/uitweg", name.replace('.', '/')))
            .map(folder -> folder.resolve("package-info.java"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
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

  private static String topLevelPackage(String name) {
    return name.replaceFirst("\\..*", "");
  }
}
