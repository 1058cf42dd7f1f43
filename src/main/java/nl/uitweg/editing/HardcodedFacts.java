package nl.uitweg.editing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.Organisation;
import nl.uitweg.editing.text.EditedFiles;

/**
 * Finds telephone numbers in texts and templates that are not those of an organisation, and links
 * to other sites in texts.
 */
final class HardcodedFacts {

  private static final Pattern TELEPHONE =
      Pattern.compile("(?<![\\d.#-])(?:\\+31|0)[ -]?\\d(?:[ -]?\\d){5,9}(?![\\d-])");
  private static final Pattern LINK = Pattern.compile("https?://[^\\s)\"]+");

  private HardcodedFacts() {}

  static List<String> problems(EditedFiles files, Content content) throws IOException {
    Set<String> knownNumbers = new HashSet<>();
    for (Organisation organisation : content.organisations()) {
      Stream.of(organisation.phone(), organisation.otherPhone())
          .flatMap(Optional::stream)
          .flatMap(phone -> Stream.of(phone.displayNumber(), phone.dial()))
          .forEach(number -> knownNumbers.add(digits(number)));
    }
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
            checkFile(root, file, knownNumbers, problems);
          }
        }
      }
    }
    return problems;
  }

  private static boolean isTextFile(Path file) {
    return file.toString().matches(".*\\.(md|properties|html)");
  }

  private static void checkFile(
      Path root, Path file, Set<String> knownNumbers, List<String> problems) throws IOException {
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
      Matcher telephone = TELEPHONE.matcher(lines.get(i));
      while (telephone.find()) {
        if (!knownNumbers.contains(digits(telephone.group()))) {
          problems.add(
              location + "the number " + telephone.group() + " is not that of an organisation");
        }
      }
      Matcher link = LINK.matcher(lines.get(i));
      while (link.find()) {
        if (!file.toString().endsWith(".html")) {
          problems.add(
              location
                  + link.group()
                  + " must not be in a text; name an organisation with {org:…} or add it to the sources");
        }
      }
    }
  }

  private static String digits(String number) {
    return number.replaceAll("\\D", "").replaceFirst("^31", "0");
  }
}
