package nl.uitweg.editing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.uitweg.content.Content;
import nl.uitweg.content.TranslationCheck;
import nl.uitweg.editing.text.EditedFiles;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;

/**
 * Table with the state of each language: the numbers of texts, of missing and stale texts, of
 * problems and of hints, and whether the translation was reviewed.
 */
final class LanguageTable {

  private static final String ROW = "%-9s %6s %8s %6s %9s %6s  %s";

  private LanguageTable() {}

  /**
   * The lines of the table, with a heading.
   *
   * @param findings findings of all languages
   */
  static List<String> lines(
      EditedFiles files, Content content, Languages languages, List<Finding> findings)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        ROW.formatted("language", "texts", "missing", "stale", "problems", "hints", "review"));
    for (Language language : languages.all()) {
      Map<TranslationCheck.Kind, Integer> counts = new EnumMap<>(TranslationCheck.Kind.class);
      TranslationCheck.problems(files.content(), files.bundles(), content, language)
          .forEach(problem -> counts.merge(problem.kind(), 1, Integer::sum));
      long problems = count(findings, language, true);
      lines.add(
          ROW.formatted(
              language.code(),
              TranslationCheck.countTexts(files.bundles(), content, language),
              counts.getOrDefault(TranslationCheck.Kind.MISSING, 0),
              counts.getOrDefault(TranslationCheck.Kind.STALE, 0),
              problems,
              count(findings, language, false),
              reviewState(files.root(), language)));
    }
    lines.add("No translation has been reviewed by a sworn translator yet.");
    return lines;
  }

  private static long count(List<Finding> findings, Language language, boolean blocking) {
    return findings.stream()
        .filter(
            finding -> finding.blocking() == blocking && finding.language().equals(language.code()))
        .count();
  }

  /**
   * Says whether a second reader has reviewed the translation: then there is a file in {@code
   * docs/translation-review}.
   */
  private static String reviewState(Path root, Language language) {
    if (language.equals(Language.DUTCH)) {
      return "source";
    }
    return Files.exists(root.resolve("docs/translation-review/" + language.code() + ".md"))
        ? "reviewed by a second reader"
        : "not reviewed";
  }
}
