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
 * Measures how hard the Dutch pages are to read: words per sentence and percentage of long words. A
 * page above one of the limits is reported as a problem.
 */
final class ReadingLevel {

  static final double MAX_WORDS_PER_SENTENCE = 10;
  static final double MAX_LONG_WORDS_PERCENT = 5;
  private static final int LONG_WORD_LETTERS = 12;

  private ReadingLevel() {}

  /**
   * Reading level of one page.
   *
   * @param wordsPerSentence average number of words in a sentence
   * @param longWordsPercent percentage of words of 12 letters or more
   */
  record Measure(String slug, double wordsPerSentence, double longWordsPercent) {
    boolean tooHard() {
      return wordsPerSentence > MAX_WORDS_PER_SENTENCE || longWordsPercent > MAX_LONG_WORDS_PERCENT;
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

  private static List<Measure> measures(Content content) {
    List<Measure> measures = new ArrayList<>();
    for (PageFacts facts : content.pages()) {
      GuidancePage page = content.page(Language.DUTCH, facts.slug()).orElseThrow();
      measures.add(of(facts.slug(), "<p>" + page.answer() + "</p>" + page.html().html()));
    }
    return measures;
  }

  /** A table with the reading level of every page. */
  static List<String> table(Content content) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format("%-16s %18s %14s", "page", "words per sentence", "long words"));
    for (Measure measure : measures(content)) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-16s %18.1f %12.1f %%%s",
              measure.slug(),
              measure.wordsPerSentence(),
              measure.longWordsPercent(),
              measure.tooHard() ? "  too hard" : ""));
    }
    return lines;
  }

  static List<String> problems(Content content) {
    return measures(content).stream()
        .filter(Measure::tooHard)
        .map(
            measure ->
                String.format(
                    Locale.ROOT,
                    "content/nl/%s.md: is hard to read: %.1f words per sentence (at most %.0f), %.1f %% long"
                        + " words (at most %.0f)",
                    measure.slug(),
                    measure.wordsPerSentence(),
                    MAX_WORDS_PER_SENTENCE,
                    measure.longWordsPercent(),
                    MAX_LONG_WORDS_PERCENT))
        .toList();
  }
}
