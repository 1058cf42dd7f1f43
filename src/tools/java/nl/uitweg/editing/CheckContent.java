package nl.uitweg.editing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nl.uitweg.command.CommandLines;
import nl.uitweg.content.Content;
import nl.uitweg.content.TranslationCheck;
import nl.uitweg.editing.po.PoExchange;
import nl.uitweg.editing.po.ReviewedTexts;
import nl.uitweg.editing.rules.TextRules;
import nl.uitweg.editing.text.EditedFiles;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.region.Region;
import nl.uitweg.site.residence.ResidenceGuide;
import org.jspecify.annotations.Nullable;
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

  @Parameters(
      arity = "0..1",
      paramLabel = "REGION_FOLDER",
      description = "Folder of the region to check with the texts (default: content/region).")
  private @Nullable Path region;

  CheckContent() {}

  public static void main(String[] arguments) {
    System.exit(CommandLines.of(new CheckContent()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    return exitCode(report(region == null ? EditedFiles.of(ROOT) : new EditedFiles(ROOT, region)));
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

  @Command(
      name = "--changed",
      description =
          "LANG: lists the texts that changed since the day on which a sworn translator had read all"
              + " texts of the language; needs the Git history.")
  int listChanged(
      @Parameters(paramLabel = "LANG", description = "Code of the language, for example pl.")
          String code,
      @Option(
              names = "--since",
              paramLabel = "DAY",
              description = "Another day, for example 2027-01-31, instead of the recorded one.")
          @Nullable LocalDate since) {
    Languages languages = Languages.read(ROOT.resolve("i18n"));
    Language language =
        languages
            .byCode(code)
            .orElseThrow(() -> new IllegalStateException("i18n/languages.txt has no " + code));
    LocalDate day = since == null ? languages.swornReviewDate(language).orElse(null) : since;
    if (day == null) {
      OUT.println(
          "No sworn translator has read "
              + code
              + " yet: i18n/languages.txt records no day. Every text is still to be read.");
      return 0;
    }
    int changed = ReviewedTexts.print(ROOT, language, day, OUT);
    OUT.println(changed + " texts changed since " + day + ".");
    return 0;
  }

  private static int exitCode(boolean withoutProblems) {
    return withoutProblems ? 0 : 1;
  }

  private static boolean report(EditedFiles files) throws IOException {
    Languages languages = Languages.read(files.i18n());
    Content content = Content.read(files.content(), files.region(), languages);
    CheckResult result = check(files);
    ReadingLevel.table(content).forEach(OUT::println);
    OUT.println();
    LanguageTable.lines(files, content, languages, result.findings()).forEach(OUT::println);
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
   * @param otherProblems problems with facts, residence rules, reading level and the region
   * @param otherHints hints about the region
   */
  record CheckResult(List<Finding> findings, List<String> otherProblems, List<String> otherHints) {

    List<String> problems() {
      List<String> problems =
          new ArrayList<>(findings.stream().filter(Finding::blocking).map(Finding::text).toList());
      problems.addAll(otherProblems);
      return problems;
    }

    List<String> hints() {
      List<String> hints = new ArrayList<>(otherHints);
      findings.stream()
          .filter(finding -> !finding.blocking())
          .map(Finding::text)
          .forEach(hints::add);
      return hints;
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

  /** All problems with the files of {@code root} and another region. */
  public static List<String> problems(Path root, Path region) throws IOException {
    return check(new EditedFiles(root, region)).problems();
  }

  /** Runs all checks with the region in {@code content/}. */
  static CheckResult check(Path root) throws IOException {
    return check(EditedFiles.of(root));
  }

  /** Runs all checks; the result holds problems and hints. */
  static CheckResult check(EditedFiles files) throws IOException {
    Path root = files.root();
    Languages languages = Languages.read(files.i18n());
    Region region = Region.read(files.region());
    Content content = Content.read(files.content(), files.region(), languages);
    ResidenceGuide guide = ResidenceGuide.read(files.content());
    TextRules rules = new TextRules(files, content, region.textParameters());
    List<Finding> findings = new ArrayList<>();
    for (Language language : languages.all()) {
      TranslationCheck.problems(files.content(), files.bundles(), content, language)
          .forEach(problem -> findings.add(new Finding(true, language.code(), problem.text())));
      findings.addAll(rules.findings(language));
      findings.addAll(postponedPages(content, language));
    }
    findings.addAll(SearchPhraseCheck.findings(files, languages, content));
    findings.addAll(UnderstandingCheck.findings(files.content(), languages, content));
    List<String> otherProblems = new ArrayList<>(HardcodedFacts.problems(files, content));
    otherProblems.addAll(ConfidenceCheck.problems(content, guide));
    otherProblems.addAll(ResidenceRuleChecks.problems(root, guide));
    otherProblems.addAll(ReadingLevel.problems(content));
    otherProblems.addAll(RegionCheck.problems(files, region, content));
    return new CheckResult(findings, otherProblems, RegionCheck.hints(files, region));
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
