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
import nl.uitweg.content.file.Fingerprint;
import nl.uitweg.platform.i18n.BundleFile;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;

/**
 * What is wrong with a translation: stale, missing, orphaned, or with other marks. Editors read it
 * line by line, the administrator as numbers.
 */
public final class Translations {

  private static final Pattern MARK = Pattern.compile("\\{(?:\\d+|(?:tel|org|nl):[^{}]+)[,}]");

  private Translations() {}

  /** What can be wrong. */
  public enum Kind {
    MISSING,
    STALE,
    OTHER_MARKS,
    ORPHANED
  }

  /**
   * One thing that is wrong.
   *
   * @param text file, line, what, and how it becomes right
   */
  public record Problem(Kind kind, String text) {}

  /**
   * @param pages the folder {@code content/}
   * @param i18n the folder {@code i18n/}
   */
  public static List<Problem> problems(Path pages, Path i18n, Content content, Language language)
      throws IOException {
    List<Problem> problems = new ArrayList<>();
    pages(pages, content, language, problems);
    if (!language.equals(Language.DUTCH)) {
      for (BundleFolder bundle : BundleFolder.all(i18n)) {
        if (bundle.languages(new Languages(List.of(language))).contains(language)) {
          bundle(bundle, language, problems);
        }
      }
    }
    return problems;
  }

  /** How many texts and pages there are in this language. */
  public static int size(Path i18n, Content content, Language language) throws IOException {
    int size = content.pages().size();
    for (BundleFolder bundle : BundleFolder.all(i18n)) {
      if (bundle.languages(new Languages(List.of(language))).contains(language)) {
        size += BundleFile.read(bundle, Language.DUTCH).texts().size();
      }
    }
    return size;
  }

  private static void pages(Path root, Content content, Language language, List<Problem> problems)
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
                + ": stale, made from another Dutch text; when it is right again, write of: \""
                + page.source()
                + "\"");
      }
    }
    try (Stream<Path> files = Files.list(root.resolve(language.code()))) {
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
                  + ": no page in content/pages.yaml has this name");
        }
      }
    }
  }

  private static void bundle(BundleFolder folder, Language language, List<Problem> problems) {
    BundleFile source = BundleFile.read(folder, Language.DUTCH);
    BundleFile translation = BundleFile.read(folder, language);
    String file = translation.file();
    for (Map.Entry<String, BundleFile.Entry> wanted : source.texts().entrySet()) {
      BundleFile.Entry found = translation.texts().get(wanted.getKey());
      String dutch = wanted.getValue().text();
      if (found == null) {
        add(problems, Kind.MISSING, file + ": " + wanted.getKey() + " is missing: " + dutch);
        continue;
      }
      String where = file + ":" + found.line() + ": " + wanted.getKey();
      String fingerprint = Fingerprint.of(dutch);
      if (!found.of().equals(Optional.of(fingerprint))) {
        add(
            problems,
            Kind.STALE,
            where + " is stale; when it is right again, write #= " + fingerprint);
      }
      if (!marks(dutch).equals(marks(found.text()))) {
        add(
            problems,
            Kind.OTHER_MARKS,
            where + " has other marks than the Dutch text: " + marks(dutch));
      }
    }
    for (Map.Entry<String, BundleFile.Entry> present : translation.texts().entrySet()) {
      if (!source.texts().containsKey(present.getKey())) {
        add(
            problems,
            Kind.ORPHANED,
            file + ":" + present.getValue().line() + ": " + present.getKey() + " has no source");
      }
    }
  }

  private static void add(List<Problem> problems, Kind kind, String text) {
    problems.add(new Problem(kind, text));
  }

  private static Set<String> marks(String text) {
    return MARK.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(mark -> mark.replaceFirst("[,}]$", "}"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
