package nl.uitweg.editing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nl.uitweg.content.Content;
import nl.uitweg.content.TranslationCheck;
import nl.uitweg.content.file.InvalidContentException;
import nl.uitweg.editing.po.PoExchange;
import nl.uitweg.editing.rules.TextRules;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.platform.command.CommandLines;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.site.residence.ResidenceGuide;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Command line of {@code bin/check-content}. Without options it reports content and texts that are
 * missing, stale or invalid, with file and line.
 */
@Command(
    name = "bin/check-content",
    separator = " ",
    customSynopsis =
        "bin/check-content [--residence | --accept-rules | --links | --export LANG FILE | --import LANG FILE]",
    description =
        "Reports missing, stale or invalid texts in content/ and i18n/, with file and line.",
    footer = {
      "",
      "Exit code 1 when there are problems. Hints (length, glossary terms, a text equal to the Dutch or English one) do"
          + " not count.",
      "Needs a JDK and Maven."
    })
public final class CheckContent implements Callable<Integer> {

  private static final PrintStream OUT = CommandLines.OUT;
  private static final int EXIT_PROBLEMS = 1;

  @ArgGroup private Task task = new Task();

  /** What to do instead of reporting; at most one of these. */
  private static final class Task {

    @Option(
        names = "--residence",
        description = "Prints the whole residence guide as one Markdown page, for a lawyer.")
    boolean residence;

    @Option(
        names = "--accept-rules",
        description = "Records new and changed residence rules with the date in their 'checked'.")
    boolean acceptRules;

    @Option(
        names = "--links",
        description =
            "Requests every external address and reports those that fail; needs internet.")
    boolean links;

    @Option(
        names = "--export",
        arity = "2",
        paramLabel = "LANG FILE",
        hideParamSyntax = true,
        description =
            "Writes everything visitors read as a GNU gettext PO file, as Weblate reads it.")
    List<String> export = List.of();

    @Option(
        names = "--import",
        arity = "2",
        paramLabel = "LANG FILE",
        hideParamSyntax = true,
        description = "Imports a translated PO file; rejects translations of an older Dutch text.")
    List<String> imported = List.of();
  }

  CheckContent() {}

  public static void main(String[] arguments) {
    System.exit(CommandLines.of(new CheckContent()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    try {
      return perform(Path.of("")) ? 0 : EXIT_PROBLEMS;
    } catch (InvalidContentException | IllegalStateException e) {
      OUT.println(e.getMessage());
      return EXIT_PROBLEMS;
    }
  }

  /** Returns whether there are no problems. */
  private boolean perform(Path root) throws IOException {
    if (task.residence) {
      OUT.print(ResidenceOverview.of(root));
      return true;
    }
    if (task.acceptRules) {
      return ResidenceRuleChecks.accept(root, OUT);
    }
    if (task.links) {
      return LinkCheck.check(root, OUT);
    }
    if (!task.export.isEmpty()) {
      PoExchange.exportFile(root, task.export.get(0), Path.of(task.export.get(1)), OUT);
      return true;
    }
    if (!task.imported.isEmpty()) {
      return PoExchange.importFile(root, task.imported.get(0), Path.of(task.imported.get(1)), OUT);
    }
    return report(root);
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
