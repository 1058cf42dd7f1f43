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

/**
 * Finds telephone numbers in texts and templates that are not in {@code
 * content/organisations.yaml}, and links to other sites in texts.
 */
final class HardcodedFacts {

  private static final Pattern TELEPHONE =
      Pattern.compile("(?<![\\d.#-])(?:\\+31|0)[ -]?\\d(?:[ -]?\\d){5,9}(?![\\d-])");
  private static final Pattern LINK = Pattern.compile("https?://[^\\s)\"]+");

  private HardcodedFacts() {}

  static List<String> problems(Path root, Content content) throws IOException {
    Set<String> knownNumbers = new HashSet<>();
    for (Organisation organisation : content.organisations()) {
      Stream.of(organisation.phone(), organisation.otherPhone())
          .flatMap(Optional::stream)
          .flatMap(phone -> Stream.of(phone.displayNumber(), phone.dial()))
          .forEach(number -> knownNumbers.add(digits(number)));
    }
    List<String> problems = new ArrayList<>();
    for (String folder : List.of("content", "i18n", "src/main/resources/templates")) {
      if (!Files.isDirectory(root.resolve(folder))) {
        continue;
      }
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        for (Path file : files.filter(HardcodedFacts::isTextFile).sorted().toList()) {
          checkFile(root, file, knownNumbers, problems);
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
      String location = root.relativize(file) + ":" + (i + 1) + ": ";
      Matcher telephone = TELEPHONE.matcher(lines.get(i));
      while (telephone.find()) {
        if (!knownNumbers.contains(digits(telephone.group()))) {
          problems.add(
              location
                  + "the number "
                  + telephone.group()
                  + " is not in content/organisations.yaml");
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
