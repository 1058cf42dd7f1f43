package nl.uitweg.editing;

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
import nl.uitweg.content.Content;
import nl.uitweg.content.Fingerprint;
import nl.uitweg.content.GuidancePage;
import nl.uitweg.content.PageFacts;
import nl.uitweg.language.BundleFile;
import nl.uitweg.language.Language;

/** Translations that are missing, made from an older Dutch text, orphaned, or with other marks. */
final class Translations {

  private static final Pattern MARK = Pattern.compile("\\{(?:\\d+|(?:tel|org|nl):[^{}]+)[,}]");

  private Translations() {}

  static List<String> problems(Path root, Content content, Language language) throws IOException {
    List<String> problems = new ArrayList<>();
    pages(root, content, language, problems);
    if (!language.equals(Language.DUTCH)) {
      try (Stream<Path> bundles = Files.list(root.resolve("i18n"))) {
        for (Path bundle : bundles.filter(Files::isDirectory).sorted().toList()) {
          bundle(bundle, language, problems);
        }
      }
    }
    return problems;
  }

  private static void pages(Path root, Content content, Language language, List<String> problems)
      throws IOException {
    List<String> slugs = content.pages().stream().map(PageFacts::slug).toList();
    for (String slug : slugs) {
      GuidancePage page = content.page(language, slug).orElseThrow();
      GuidancePage source = content.page(Language.DUTCH, slug).orElseThrow();
      String file = "content/" + language.code() + "/" + slug + ".md";
      if (!language.equals(Language.DUTCH)
          && !page.of().equals(Optional.of(source.fingerprint()))) {
        problems.add(
            file
                + ": stale, made from another Dutch text; when it is right again, write of: \""
                + source.fingerprint()
                + "\"");
      }
    }
    try (Stream<Path> files = Files.list(root.resolve("content").resolve(language.code()))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (!slugs.contains(name.replaceFirst("\\.md$", ""))) {
          problems.add(
              "content/"
                  + language.code()
                  + "/"
                  + name
                  + ": no page in content/pages.yaml has this name");
        }
      }
    }
  }

  private static void bundle(Path folder, Language language, List<String> problems) {
    String name = folder.getFileName().toString();
    BundleFile source = BundleFile.read(folder, name, Language.DUTCH);
    BundleFile translation = BundleFile.read(folder, name, language);
    String file = "i18n/" + name + "/" + language.code() + ".properties";
    for (Map.Entry<String, BundleFile.Entry> wanted : source.texts().entrySet()) {
      BundleFile.Entry found = translation.texts().get(wanted.getKey());
      String dutch = wanted.getValue().text();
      if (found == null) {
        problems.add(file + ": " + wanted.getKey() + " is missing: " + dutch);
        continue;
      }
      String where = file + ":" + found.line() + ": " + wanted.getKey();
      String fingerprint = Fingerprint.of(dutch);
      if (!found.of().equals(Optional.of(fingerprint))) {
        problems.add(where + " is stale; when it is right again, write #= " + fingerprint);
      }
      if (!marks(dutch).equals(marks(found.text()))) {
        problems.add(where + " has other marks than the Dutch text: " + marks(dutch));
      }
    }
    for (Map.Entry<String, BundleFile.Entry> present : translation.texts().entrySet()) {
      if (!source.texts().containsKey(present.getKey())) {
        problems.add(
            file + ":" + present.getValue().line() + ": " + present.getKey() + " has no source");
      }
    }
  }

  private static Set<String> marks(String text) {
    return MARK.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(mark -> mark.replaceFirst("[,}]$", "}"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
