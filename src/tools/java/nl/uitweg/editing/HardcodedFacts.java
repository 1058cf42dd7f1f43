package nl.uitweg.editing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.editing.rules.TypedFacts;
import nl.uitweg.editing.text.EditedFiles;

/**
 * Finds telephone numbers in texts and templates that are not those of an organisation, and links
 * to other sites in texts.
 */
final class HardcodedFacts {

  private HardcodedFacts() {}

  static List<String> problems(EditedFiles files, Content content) throws IOException {
    TypedFacts facts = new TypedFacts(content);
    List<String> problems = new ArrayList<>();
    Path root = files.root();
    Path templates = root.resolve("src/main/resources/templates");
    Path packagedRegion = EditedFiles.of(root).region();
    for (Path folder : List.of(files.content(), files.i18n(), templates, files.region())) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(HardcodedFacts::isTextFile).sorted().toList()) {
          // the packaged region is checked only when it is the one that is asked for
          if (folder.equals(files.region()) || !file.startsWith(packagedRegion)) {
            checkFile(root, file, facts, problems);
          }
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
      String location =
          (file.isAbsolute() == root.isAbsolute() ? root.relativize(file) : file)
              + ":"
              + (i + 1)
              + ": ";
      boolean template = file.toString().endsWith(".html");
      String line = lines.get(i);
      (template ? facts.numberProblems(line) : facts.problems(line))
          .forEach(problem -> problems.add(location + problem));
    }
  }
}
