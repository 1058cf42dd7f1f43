package nl.uitweg.editing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.content.Content;
import nl.uitweg.content.TranslationCheck;
import nl.uitweg.content.file.InvalidContentException;
import nl.uitweg.editing.po.PoExchange;
import nl.uitweg.editing.rules.TextRules;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.site.residence.ResidenceGuide;

/**
 * Command line of {@code bin/check-content}. Without options it reports content and texts that are
 * missing, stale or invalid, with file and line.
 */
public final class CheckContent {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final int EXIT_PROBLEMS = 1;
  private static final int EXIT_USAGE = 2;

  private CheckContent() {}

  /**
   * @param arguments none, or {@code --residence}, {@code --accept-rules}, {@code --links}, {@code
   *     --export} or {@code --import}, the last two with a language and a file
   */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of("");
    String command = arguments.length == 0 ? "" : arguments[0];
    try {
      switch (command) {
        case "" -> System.exit(report(root) ? 0 : EXIT_PROBLEMS);
        case "--residence" -> OUT.print(ResidenceOverview.of(root));
        case "--accept-rules" ->
            System.exit(ResidenceRuleChecks.accept(root, OUT) ? 0 : EXIT_PROBLEMS);
        case "--export" ->
            PoExchange.exportFile(
                root, requiredArgument(arguments, 1), Path.of(requiredArgument(arguments, 2)), OUT);
        case "--import" ->
            System.exit(
                PoExchange.importFile(
                        root,
                        requiredArgument(arguments, 1),
                        Path.of(requiredArgument(arguments, 2)),
                        OUT)
                    ? 0
                    : EXIT_PROBLEMS);
        case "--links" -> System.exit(LinkCheck.check(root, OUT) ? 0 : EXIT_PROBLEMS);
        default -> {
          OUT.println("Unknown option " + command + "; see bin/check-content --help.");
          System.exit(EXIT_USAGE);
        }
      }
    } catch (NoSuchFileException e) {
      OUT.println(e.getMessage() + ": no such file or folder");
      System.exit(EXIT_USAGE);
    } catch (InvalidContentException | IllegalStateException e) {
      OUT.println(e.getMessage());
      System.exit(EXIT_PROBLEMS);
    }
  }

  private static String requiredArgument(String[] arguments, int index) {
    if (arguments.length <= index) {
      throw new IllegalStateException(
          "A language and a file are needed; see bin/check-content --help.");
    }
    return arguments[index];
  }

  private static boolean report(Path root) throws IOException {
    Content content = content(root);
    Languages languages = Languages.read(root.resolve("i18n"));
    CheckResult result = check(root);
    ReadingLevel.table(content).forEach(OUT::println);
    OUT.println();
    LanguageTable.lines(root, content, languages, result.findings()).forEach(OUT::println);
    OUT.println();
    List<String> hints = result.hints();
    if (!hints.isEmpty()) {
      OUT.println("Hints, for a person to judge; they do not make the check fail:");
      hints.forEach(OUT::println);
      OUT.println();
    }
    List<String> problems = result.problems();
    problems.forEach(OUT::println);
    OUT.println(
        problems.isEmpty()
            ? "Nothing is missing, stale or invalid."
            : problems.size() + " problems");
    return problems.isEmpty();
  }

  /**
   * Result of all checks.
   *
   * @param findings findings in texts and translations, by language
   * @param otherProblems problems of facts, residence rules and reading level
   */
  record CheckResult(List<Finding> findings, List<String> otherProblems) {

    List<String> problems() {
      List<String> problems =
          new ArrayList<>(findings.stream().filter(Finding::blocking).map(Finding::text).toList());
      problems.addAll(otherProblems);
      return problems;
    }

    List<String> hints() {
      return findings.stream().filter(finding -> !finding.blocking()).map(Finding::text).toList();
    }
  }

  /**
   * All problems that must be corrected before a change is handed in, one line each.
   *
   * @param root folder with {@code content/} and {@code i18n/}
   * @throws InvalidContentException when the content is invalid, so that the site would not start
   */
  public static List<String> problems(Path root) throws IOException {
    return check(root).problems();
  }

  /** Runs all checks; the result holds problems and hints. */
  static CheckResult check(Path root) throws IOException {
    Languages languages = Languages.read(root.resolve("i18n"));
    Content content = Content.read(root.resolve("content"), languages);
    ResidenceGuide guide = ResidenceGuide.read(root.resolve("content"));
    TextRules rules = new TextRules(root, content);
    List<Finding> findings = new ArrayList<>();
    for (Language language : languages.all()) {
      TranslationCheck.problems(root.resolve("content"), root.resolve("i18n"), content, language)
          .forEach(problem -> findings.add(new Finding(true, language.code(), problem.text())));
      findings.addAll(rules.findings(language));
      findings.addAll(postponedPages(content, language));
    }
    List<String> otherProblems = new ArrayList<>(HardcodedFacts.problems(root, content, languages));
    otherProblems.addAll(ConfidenceCheck.problems(content, guide));
    otherProblems.addAll(ResidenceRuleChecks.problems(root, guide));
    otherProblems.addAll(ReadingLevel.problems(content));
    return new CheckResult(findings, otherProblems);
  }

  /** Hints about pages that may be translated later and are not translated yet. */
  private static List<Finding> postponedPages(Content content, Language language) {
    return content.pages().stream()
        .filter(facts -> !facts.expectedIn(language))
        .filter(facts -> content.page(language, facts.slug()).orElseThrow().untranslated())
        .map(
            facts ->
                new Finding(
                    false,
                    language.code(),
                    "content/%s/%s.md: is not written yet; visitors read the Dutch text"
                        .formatted(language.code(), facts.slug())))
        .toList();
  }

  static Content content(Path root) {
    return Content.read(root.resolve("content"), Languages.read(root.resolve("i18n")));
  }
}
