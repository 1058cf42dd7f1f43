package nl.uitweg.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.platform.file.Fingerprint;
import nl.uitweg.platform.i18n.BundleFile;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.region.Region;

/**
 * Compares a translation with its Dutch source and reports missing, stale and orphaned pages and
 * texts. In the texts of {@code i18n/} it also reports differing marks ({@code {nl:…}}, {@code
 * {tel:…}}, {@code {org:…}}), message arguments ({@code {0}}) and named parameters ({@code
 * {region}}). {@code bin/check-content} prints the problems, and the page of the administrator
 * counts them.
 */
public final class TranslationCheck {

  private static final Pattern MARK_OR_ARGUMENT =
      Pattern.compile(
          "\\{(?:\\d+|"
              + String.join("|", Region.TEXT_PARAMETERS)
              + "|(?:"
              + Marks.ALL
              + "):[^{}]+)[,}]");

  private TranslationCheck() {}

  /** The kind of problem. */
  public enum Kind {
    MISSING,
    STALE,
    DIFFERENT_MARKS,
    ORPHANED
  }

  /**
   * A problem in a translation.
   *
   * @param text file, line, what is wrong, and how to correct it
   */
  public record Problem(Kind kind, String text) {}

  /**
   * The problems of one language.
   *
   * @param contentFolder the folder {@code content/}
   * @param bundles the bundles of {@code i18n/} and of the region
   */
  public static List<Problem> problems(
      Path contentFolder, List<BundleFolder> bundles, Content content, Language language)
      throws IOException {
    List<Problem> problems = new ArrayList<>();
    addPageProblems(contentFolder, content, language, problems);
    if (!language.equals(Language.DUTCH)) {
      for (BundleFolder bundle : bundles) {
        if (bundle.languages(new Languages(List.of(language))).contains(language)) {
          addBundleProblems(bundle, language, problems);
        }
      }
    }
    return problems;
  }

  /** Number of texts and pages that this language should have. */
  public static int countTexts(List<BundleFolder> bundles, Content content, Language language) {
    int count = content.pages().size();
    for (BundleFolder bundle : bundles) {
      if (bundle.languages(new Languages(List.of(language))).contains(language)) {
        count += BundleFile.read(bundle, Language.DUTCH).texts().size();
      }
    }
    return count;
  }

  private static void addPageProblems(
      Path contentFolder, Content content, Language language, List<Problem> problems)
      throws IOException {
    List<String> slugs = content.pages().stream().map(PageFacts::slug).toList();
    for (PageFacts facts : content.pages()) {
      String slug = facts.slug();
      GuidancePage page = content.page(language, slug).orElseThrow();
      String file = "content/" + language.code() + "/" + slug + ".md";
      if (page.untranslated() && facts.expectedIn(language)) {
        add(problems, Kind.MISSING, file + ": is missing; visitors read the Dutch text");
      } else if (page.stale()) {
        add(
            problems,
            Kind.STALE,
            file
                + ": is stale: it has no fingerprint of the current Dutch text;"
                + " update it and put this line in its head: of: \""
                + page.sourceFingerprint()
                + "\"");
      }
    }
    Path pages = contentFolder.resolve(language.code());
    if (!Files.isDirectory(pages)) {
      return;
    }
    try (Stream<Path> files = Files.list(pages)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (!slugs.contains(name.replaceFirst("\\.md$", ""))) {
          add(
              problems,
              Kind.ORPHANED,
              "content/"
                  + language.code()
                  + "/"
                  + name
                  + ": content/pages.yaml lists no page of this name");
        }
      }
    }
  }

  private static void addBundleProblems(
      BundleFolder folder, Language language, List<Problem> problems) {
    BundleFile source = BundleFile.read(folder, Language.DUTCH);
    BundleFile translation = BundleFile.read(folder, language);
    String file = translation.file();
    for (Map.Entry<String, BundleFile.Entry> sourceText : source.texts().entrySet()) {
      BundleFile.Entry translated = translation.texts().get(sourceText.getKey());
      String dutch = sourceText.getValue().text();
      if (translated == null) {
        add(problems, Kind.MISSING, file + ": " + sourceText.getKey() + " is missing: " + dutch);
        continue;
      }
      String location = file + ":" + translated.line() + ": " + sourceText.getKey();
      String fingerprint = Fingerprint.of(dutch);
      if (!translated.translatedFrom().equals(Optional.of(fingerprint))) {
        add(
            problems,
            Kind.STALE,
            location
                + " is stale: it has no fingerprint of the current Dutch text;"
                + " update it and put this line above it: #= "
                + fingerprint);
      }
      if (!marksAndArguments(dutch).equals(marksAndArguments(translated.text()))) {
        add(
            problems,
            Kind.DIFFERENT_MARKS,
            location
                + " must have the same marks and arguments as the Dutch text: "
                + marksAndArguments(dutch));
      }
    }
    for (Map.Entry<String, BundleFile.Entry> present : translation.texts().entrySet()) {
      if (!source.texts().containsKey(present.getKey())) {
        add(
            problems,
            Kind.ORPHANED,
            file
                + ":"
                + present.getValue().line()
                + ": "
                + present.getKey()
                + " is not in the Dutch file: remove it, or correct its key");
      }
    }
  }

  private static void add(List<Problem> problems, Kind kind, String text) {
    problems.add(new Problem(kind, text));
  }

  private static Set<String> marksAndArguments(String text) {
    return MARK_OR_ARGUMENT
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(mark -> mark.replaceFirst("[,}]$", "}"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
