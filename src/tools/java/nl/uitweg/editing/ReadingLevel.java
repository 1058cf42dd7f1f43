package nl.uitweg.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.GuidancePage;
import nl.uitweg.content.PageFacts;
import nl.uitweg.platform.i18n.Language;

/**
 * Measures how hard the Dutch and English pages are to read: words per sentence and percentage of
 * long words. A page above one of the limits of its language is reported as a problem.
 */
final class ReadingLevel {

  private static final int LONG_WORD_LETTERS = 12;

  /** Dutch joins words, so that more of them are long; English sentences have more small words. */
  private static final List<Limits> LIMITS =
      List.of(new Limits(Language.DUTCH, 10, 5), new Limits(Language.ENGLISH, 12, 6));

  private ReadingLevel() {}

  /**
   * The hardest a page of a language may be.
   *
   * @param wordsPerSentence largest average number of words in a sentence
   * @param longWordsPercent largest percentage of words of 12 letters or more
   */
  record Limits(Language language, double wordsPerSentence, double longWordsPercent) {}

  /**
   * Reading level of one page.
   *
   * @param wordsPerSentence average number of words in a sentence
   * @param longWordsPercent percentage of words of 12 letters or more
   */
  record Measure(String slug, double wordsPerSentence, double longWordsPercent) {
    boolean exceeds(Limits limits) {
      return wordsPerSentence > limits.wordsPerSentence
          || longWordsPercent > limits.longWordsPercent;
    }
  }

  /** Measures the HTML of a page. A Dutch key word counts as one short word. */
  static Measure of(String slug, String html) {
    String text =
        html.replaceAll("<b class=\"keyword\"[^>]*>[^<]*</b>", "woord")
            .replaceAll("</(?:li|p|h2|blockquote)>", ". ")
            .replaceAll("<[^>]+>", "")
            .replaceAll("&[a-z]+;", " ");
    List<String> sentences =
        Stream.of(text.split("[.!?:…]+\\s"))
            .map(String::strip)
            .filter(sentence -> sentence.matches("(?s).*\\p{L}.*"))
            .toList();
    List<String> words =
        sentences.stream()
            .flatMap(sentence -> Stream.of(sentence.split("[^\\p{L}\\p{N}’'-]+")))
            .filter(word -> !word.isEmpty())
            .toList();
    long longWords = words.stream().filter(word -> word.length() >= LONG_WORD_LETTERS).count();
    return new Measure(
        slug, (double) words.size() / sentences.size(), 100.0 * longWords / words.size());
  }

  private static List<Measure> measures(Content content, Language language) {
    List<Measure> measures = new ArrayList<>();
    for (PageFacts facts : content.pages()) {
      GuidancePage page = content.page(language, facts.slug()).orElseThrow();
      if (!page.untranslated()) {
        measures.add(of(facts.slug(), "<p>" + page.answer() + "</p>" + page.html().html()));
      }
    }
    return measures;
  }

  /** A table with the reading level of every page. */
  static List<String> table(Content content) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format("%-19s %18s %14s", "page", "words per sentence", "long words"));
    for (Limits limits : LIMITS) {
      for (Measure measure : measures(content, limits.language())) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%-19s %18.1f %12.1f %%%s",
                limits.language().code() + "/" + measure.slug(),
                measure.wordsPerSentence(),
                measure.longWordsPercent(),
                measure.exceeds(limits) ? "  too hard" : ""));
      }
    }
    return lines;
  }

  /** Pages that are harder to read than the limits of their language. */
  static List<String> problems(Content content) {
    return LIMITS.stream()
        .flatMap(
            limits ->
                measures(content, limits.language()).stream()
                    .filter(measure -> measure.exceeds(limits))
                    .map(measure -> problem(measure, limits)))
        .toList();
  }

  private static String problem(Measure measure, Limits limits) {
    return String.format(
        Locale.ROOT,
        "content/%s/%s.md: is hard to read: %.1f words per sentence (at most %.0f), %.1f %% long"
            + " words (at most %.0f)",
        limits.language().code(),
        measure.slug(),
        measure.wordsPerSentence(),
        limits.wordsPerSentence(),
        measure.longWordsPercent(),
        limits.longWordsPercent());
  }
}
