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
import nl.uitweg.editing.bundle.TranslatorBundle;
import nl.uitweg.editing.rules.TextRules;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.site.residence.ResidenceGuide;

/** Behind {@code bin/check-content}: says what is missing, stale or broken, with file and line. */
public final class CheckContent {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final int FOUND = 1;
  private static final int USAGE = 2;

  private CheckContent() {}

  /**
   * @param arguments nothing, {@code --residence}, {@code --accept-rules}, {@code --links}, {@code
   *     --export} or {@code --import}
   */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of("");
    String command = arguments.length == 0 ? "" : arguments[0];
    try {
      switch (command) {
        case "" -> System.exit(check(root) ? 0 : FOUND);
        case "--residence" -> OUT.print(ResidenceOverview.of(root));
        case "--accept-rules" -> CheckedRules.accept(root).forEach(OUT::println);
        case "--export" ->
            TranslatorBundle.write(root, at(arguments, 1), Path.of(at(arguments, 2)), OUT);
        case "--import" ->
            System.exit(
                TranslatorBundle.read(root, at(arguments, 1), Path.of(at(arguments, 2)), OUT)
                    ? 0
                    : FOUND);
        case "--links" -> System.exit(LinkCheck.check(root, OUT) ? 0 : FOUND);
        default -> {
          OUT.println("Unknown option " + command + "; see bin/check-content --help.");
          System.exit(USAGE);
        }
      }
    } catch (NoSuchFileException e) {
      OUT.println(e.getMessage() + ": there is no such file or folder");
      System.exit(USAGE);
    } catch (InvalidContentException | IllegalStateException e) {
      OUT.println(e.getMessage());
      System.exit(FOUND);
    }
  }

  private static String at(String[] arguments, int index) {
    if (arguments.length <= index) {
      throw new IllegalStateException(
          "A language and a file are needed; see bin/check-content --help.");
    }
    return arguments[index];
  }

  private static boolean check(Path root) throws IOException {
    Content content = content(root);
    Languages languages = Languages.read(root.resolve("i18n"));
    Checked checked = checked(root);
    ReadingLevel.table(content).forEach(OUT::println);
    OUT.println();
    LanguageTable.lines(root, content, languages, checked.findings()).forEach(OUT::println);
    OUT.println();
    List<String> hints = checked.hints();
    if (!hints.isEmpty()) {
      OUT.println("To look at; a person decides, nothing fails:");
      hints.forEach(OUT::println);
      OUT.println();
    }
    List<String> problems = checked.problems();
    problems.forEach(OUT::println);
    OUT.println(
        problems.isEmpty()
            ? "Nothing is missing, stale or broken."
            : problems.size() + " problems");
    return problems.isEmpty();
  }

  /**
   * What was found, in the order of the languages.
   *
   * @param findings of the translations
   * @param others of facts, rules of residence and reading level
   */
  record Checked(List<Finding> findings, List<String> others) {

    List<String> problems() {
      List<String> problems =
          new ArrayList<>(findings.stream().filter(Finding::certain).map(Finding::text).toList());
      problems.addAll(others);
      return problems;
    }

    List<String> hints() {
      return findings.stream().filter(found -> !found.certain()).map(Finding::text).toList();
    }
  }

  /**
   * Everything that keeps content and texts from being handed in, one line each.
   *
   * @param root folder with {@code content/} and {@code i18n/}
   * @throws InvalidContentException when something is so broken that the site would not start
   */
  public static List<String> problems(Path root) throws IOException {
    return checked(root).problems();
  }

  /** All that is found, hints too. */
  static Checked checked(Path root) throws IOException {
    Languages languages = Languages.read(root.resolve("i18n"));
    Content content = Content.read(root.resolve("content"), languages);
    ResidenceGuide guide = ResidenceGuide.read(root.resolve("content"));
    TextRules rules = new TextRules(root, content);
    List<Finding> findings = new ArrayList<>();
    for (Language language : languages.all()) {
      TranslationCheck.problems(root.resolve("content"), root.resolve("i18n"), content, language)
          .forEach(problem -> findings.add(new Finding(true, language.code(), problem.text())));
      findings.addAll(rules.findings(language));
      findings.addAll(notYet(content, language));
    }
    List<String> others = new ArrayList<>(Facts.problems(root, content, languages));
    others.addAll(CheckedRules.problems(root, guide));
    others.addAll(ReadingLevel.problems(content));
    return new Checked(findings, others);
  }

  /** Pages that are allowed to come later in this language, so that nobody forgets them. */
  private static List<Finding> notYet(Content content, Language language) {
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
