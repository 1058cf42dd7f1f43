package nl.uitweg.desk.administration;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.uitweg.content.Content;
import nl.uitweg.content.Translations;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Packaged;

/**
 * Counts how complete each language is, with the same checks as {@code bin/check-content}. Texts do
 * not change while the site runs, so they are counted once.
 */
@Singleton
class TranslationStatus {

  private final Languages languages;
  private final Content content;
  private List<Row> rows = List.of();

  TranslationStatus(Languages languages, Content content) {
    this.languages = languages;
    this.content = content;
  }

  /**
   * @param textCount number of pages and interface texts of the source language
   * @param faulty number of texts with other marks than the source, or without a source text
   * @param swornOn day on which a sworn translator had read the language; empty when none has
   */
  record Row(
      String code,
      String name,
      int textCount,
      long missing,
      long stale,
      long faulty,
      String swornOn) {}

  synchronized List<Row> all() {
    if (rows.isEmpty()) {
      rows =
          Packaged.folder("content", pages -> Packaged.folder("i18n", i18n -> read(pages, i18n)));
    }
    return rows;
  }

  private List<Row> read(Path pages, Path i18n) {
    return languages.all().stream().map(language -> row(pages, i18n, language)).toList();
  }

  private Row row(Path pages, Path i18n, Language language) {
    try {
      Map<Translations.Kind, Long> counts = new EnumMap<>(Translations.Kind.class);
      for (Translations.Problem problem : Translations.problems(pages, i18n, content, language)) {
        counts.merge(problem.kind(), 1L, Long::sum);
      }
      return new Row(
          language.code(),
          language.endonym(),
          Translations.size(i18n, content, language),
          counts.getOrDefault(Translations.Kind.MISSING, 0L),
          counts.getOrDefault(Translations.Kind.STALE, 0L),
          counts.getOrDefault(Translations.Kind.OTHER_MARKS, 0L)
              + counts.getOrDefault(Translations.Kind.ORPHANED, 0L),
          languages.sworn(language).map(LocalDate::toString).orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException("content/ or i18n/ cannot be read", e);
    }
  }
}
