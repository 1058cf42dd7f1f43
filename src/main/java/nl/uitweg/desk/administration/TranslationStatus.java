package nl.uitweg.desk.administration;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.uitweg.content.Content;
import nl.uitweg.content.TranslationCheck;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.LocalTexts;
import nl.uitweg.platform.i18n.PackagedFolder;

/**
 * Counts how complete each language is, with the same checks as {@code bin/check-content}. Texts do
 * not change while the site runs, so they are counted once.
 */
@Singleton
class TranslationStatus {

  private final Languages languages;
  private final Content content;
  private final LocalTexts local;
  private List<Row> rows = List.of();

  TranslationStatus(Languages languages, Content content, LocalTexts local) {
    this.local = local;
    this.languages = languages;
    this.content = content;
  }

  /**
   * @param textCount number of pages and texts that the language should have
   * @param faulty number of pages and texts without a Dutch source, and of texts whose marks or
   *     arguments, such as {@code {tel:police}} or {@code {0}}, differ from it
   * @param swornReviewDate date by which a sworn translator had reviewed all texts; empty without
   *     such a review
   */
  record Row(
      String code,
      String name,
      int textCount,
      long missing,
      long stale,
      long faulty,
      String swornReviewDate) {}

  synchronized List<Row> all() {
    if (rows.isEmpty()) {
      rows =
          PackagedFolder.read(
              "content", pages -> PackagedFolder.read("i18n", i18n -> read(pages, i18n)));
    }
    return rows;
  }

  private List<Row> read(Path pages, Path i18n) {
    return local.read(
        localBundles -> {
          List<BundleFolder> bundles = new ArrayList<>(BundleFolder.all(i18n));
          bundles.addAll(localBundles);
          return languages.all().stream().map(language -> row(pages, bundles, language)).toList();
        });
  }

  private Row row(Path pages, List<BundleFolder> bundles, Language language) {
    try {
      Map<TranslationCheck.Kind, Long> counts = new EnumMap<>(TranslationCheck.Kind.class);
      for (TranslationCheck.Problem problem :
          TranslationCheck.problems(pages, bundles, content, language)) {
        counts.merge(problem.kind(), 1L, Long::sum);
      }
      return new Row(
          language.code(),
          language.endonym(),
          TranslationCheck.countTexts(bundles, content, language),
          counts.getOrDefault(TranslationCheck.Kind.MISSING, 0L),
          counts.getOrDefault(TranslationCheck.Kind.STALE, 0L),
          counts.getOrDefault(TranslationCheck.Kind.DIFFERENT_MARKS, 0L)
              + counts.getOrDefault(TranslationCheck.Kind.ORPHANED, 0L),
          languages.swornReviewDate(language).map(LocalDate::toString).orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException("content/ or i18n/ cannot be read", e);
    }
  }
}
