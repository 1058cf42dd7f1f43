package nl.uitweg.editing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Command line of {@code bin/check-content}. Without a task it reports content and texts that are
 * missing, stale or invalid, with file and line.
 */
@Command(
    name = "bin/check-content",
    synopsisSubcommandLabel = "[TASK]",
    commandListHeading = "Other tasks:%n",
    description =
        "Reports missing, stale or invalid texts in content/ and i18n/, with file and line.",
    footer = {
      "",
      "Exit code 1: there are problems. Hints (length, glossary terms, a text equal to the Dutch or"
          + " English one) do not count. Exit code 2: a file is invalid or missing, so that nothing"
          + " was checked. Needs a JDK and Maven."
    })
public final class CheckContent implements Callable<Integer> {

  private static final PrintStream OUT = CommandLines.OUT;
  private static final Path ROOT = Path.of("");

  CheckContent() {}

  public static void main(String[] arguments) {
    System.exit(CommandLines.of(new CheckContent()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    return exitCode(report(ROOT));
  }

  @Command(
      name = "--residence",
      description = "Prints the whole residence guide as one Markdown page, for a lawyer.")
  void printResidence() {
    OUT.print(ResidenceOverview.of(ROOT));
  }

  @Command(
      name = "--accept-rules",
      description = "Records new and changed residence rules with the date in their 'checked'.")
  int acceptRules() throws IOException {
    return exitCode(ResidenceRuleChecks.accept(ROOT, OUT));
  }

  @Command(
      name = "--links",
      description = "Requests every external address and reports those that fail; needs internet.")
  int checkLinks() throws IOException {
    return exitCode(LinkCheck.check(ROOT, OUT));
  }

  @Command(
      name = "--export",
      description =
          "LANG FILE: writes everything visitors read as a GNU gettext PO file, for Poedit, Weblate"
              + " or another program.")
  void exportFile(
      @Parameters(paramLabel = "LANG", description = "Code of the language, for example pl.")
          String language,
      @Parameters(paramLabel = "FILE", description = "The PO file to write.") Path file)
      throws IOException {
    PoExchange.exportFile(ROOT, language, file, Instant.now(), OUT);
  }

  @Command(
      name = "--import",
      description =
          "LANG FILE: checks a translated PO file and imports it. When a text is refused, nothing"
              + " is imported.")
  int importFile(
      @Parameters(paramLabel = "LANG", description = "Code of the language, for example pl.")
          String language,
      @Parameters(paramLabel = "FILE", description = "The translated PO file.") Path file,
      @Option(
              names = "--skip-refused",
              description = "Imports the accepted texts when others are refused.")
          boolean skipRefused)
      throws IOException {
    return exitCode(PoExchange.importFile(ROOT, language, file, skipRefused, OUT));
  }

  private static int exitCode(boolean withoutProblems) {
    return withoutProblems ? 0 : 1;
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
   * @param otherProblems problems with facts, residence rules and reading level
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
    List<String> otherProblems = new ArrayList<>(HardcodedFacts.problems(root, content));
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
