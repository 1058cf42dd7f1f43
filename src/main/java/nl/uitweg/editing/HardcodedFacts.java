package nl.uitweg.editing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.editing.rules.TypedFacts;

/**
 * Finds telephone numbers in texts and templates that are not in {@code
 * content/organisations.yaml}, and links to other sites in texts.
 */
final class HardcodedFacts {

  private HardcodedFacts() {}

  static List<String> problems(Path root, Content content) throws IOException {
    TypedFacts facts = new TypedFacts(content);
    List<String> problems = new ArrayList<>();
    for (String folder : List.of("content", "i18n", "src/main/resources/templates")) {
      if (!Files.isDirectory(root.resolve(folder))) {
        continue;
      }
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        for (Path file : files.filter(HardcodedFacts::isTextFile).sorted().toList()) {
          checkFile(root, file, facts, problems);
        }
      }
    }
    return problems;
  }

  private static boolean isTextFile(Path file) {
    return file.toString().matches(".*\\.(md|properties|html)");
  }

  private static void checkFile(Path root, Path file, TypedFacts facts, List<String> problems)
      throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("#=") || lines.get(i).startsWith("of:")) {
        continue;
      }
      String location = root.relativize(file) + ":" + (i + 1) + ": ";
      boolean template = file.toString().endsWith(".html");
      String line = lines.get(i);
      (template ? facts.numberProblems(line) : facts.problems(line))
          .forEach(problem -> problems.add(location + problem));
    }
  }
}
