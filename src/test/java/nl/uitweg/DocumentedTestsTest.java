package nl.uitweg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that every test class that a document names exists. */
class DocumentedTestsTest {

  private static final Pattern TEST_CLASS = Pattern.compile("`(\\w+Test)\\b");

  @Test
  void everyNamedTestExists() throws IOException {
    Set<String> existing;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      existing =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
    }
    Set<String> missing = new TreeSet<>();
    for (Path document : documents()) {
      testNames(Files.readString(document)).stream()
          .filter(test -> !existing.contains(test))
          .forEach(test -> missing.add(document + ": " + test));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void findsTestNamesInDocument() {
    assertThat(testNames("The rest opens (`TamperTest`, `NoSuchTest`).\nSee `Sealer`."))
        .containsExactly("NoSuchTest", "TamperTest");
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("docs"));
        Stream<Path> top = Files.list(Path.of("."))) {
      return Stream.concat(docs, top).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  private static Set<String> testNames(String text) {
    return TEST_CLASS
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
