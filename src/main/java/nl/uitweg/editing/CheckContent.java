package nl.uitweg.editing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.content.Content;
import nl.uitweg.content.ContentProblem;
import nl.uitweg.content.Translations;
import nl.uitweg.language.Language;
import nl.uitweg.language.Languages;
import nl.uitweg.residence.Guide;

/** Behind {@code bin/check-content}: says what is missing, stale or broken, with file and line. */
public final class CheckContent {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final int FOUND = 1;
  private static final int USAGE = 2;

  private CheckContent() {}

  /**
   * @param arguments nothing, {@code --residence}, {@code --accept-rules} or {@code --links}
   */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of("");
    String command = arguments.length == 0 ? "" : arguments[0];
    try {
      switch (command) {
        case "" -> System.exit(check(root) ? 0 : FOUND);
        case "--residence" -> OUT.print(ResidenceOverview.of(root));
        case "--accept-rules" -> CheckedRules.accept(root).forEach(OUT::println);
        case "--links" -> System.exit(Links.check(root, OUT) ? 0 : FOUND);
        default -> {
          OUT.println("Unknown option " + command + "; see bin/check-content --help.");
          System.exit(USAGE);
        }
      }
    } catch (ContentProblem | IllegalStateException e) {
      OUT.println(e.getMessage());
      System.exit(FOUND);
    }
  }

  private static boolean check(Path root) throws IOException {
    List<String> problems = problems(root);
    ReadingLevel.table(content(root)).forEach(OUT::println);
    OUT.println();
    problems.forEach(OUT::println);
    OUT.println(
        problems.isEmpty()
            ? "Nothing is missing, stale or broken."
            : problems.size() + " problems");
    return problems.isEmpty();
  }

  /**
   * Everything that keeps content and texts from being handed in, one line each.
   *
   * @param root folder with {@code content/} and {@code i18n/}
   * @throws ContentProblem when something is so broken that the site would not start
   */
  static List<String> problems(Path root) throws IOException {
    Languages languages = Languages.read(root.resolve("i18n"));
    Content content = Content.read(root.resolve("content"), languages);
    Guide guide = Guide.read(root.resolve("content"));
    List<String> problems = new ArrayList<>();
    for (Language language : languages.all()) {
      Translations.problems(root.resolve("content"), root.resolve("i18n"), content, language)
          .forEach(problem -> problems.add(problem.text()));
    }
    problems.addAll(Facts.problems(root, content, languages));
    problems.addAll(CheckedRules.problems(root, guide));
    problems.addAll(ReadingLevel.problems(content));
    return problems;
  }

  static Content content(Path root) {
    return Content.read(root.resolve("content"), Languages.read(root.resolve("i18n")));
  }
}
