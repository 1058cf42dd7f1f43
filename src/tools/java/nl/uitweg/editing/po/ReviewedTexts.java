package nl.uitweg.editing.po;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.editing.text.PageText;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;

/**
 * Lists the texts of a language that changed after the day on which a sworn translator had read all
 * of them, in Dutch or in the translation, for {@code bin/check-content --changed}. The translator
 * reads only these again.
 */
public final class ReviewedTexts {

  private final SourceTexts texts;
  private final SourceHistory history;
  private final LocalDate day;

  private ReviewedTexts(Path root, Language language, LocalDate day) {
    this.texts = new SourceTexts(root, language);
    this.history = new SourceHistory(root);
    this.day = day;
  }

  /**
   * A text in Dutch and in the language.
   *
   * @param dutch the Dutch text
   * @param translation the translation; empty when there is none
   */
  private record Pair(String dutch, String translation) {}

  /**
   * Prints every text that is not as it was at the end of a day.
   *
   * @param root folder with {@code content/} and {@code i18n/}
   * @param day the day of the review
   * @return number of changed texts
   * @throws IllegalStateException when Git does not know the files as they were on that day
   */
  public static int print(Path root, Language language, LocalDate day, PrintStream out) {
    ReviewedTexts reviewed = new ReviewedTexts(root, language, day);
    int changed = 0;
    for (BundleFolder bundle : reviewed.texts.bundles()) {
      changed += reviewed.printBundle(bundle, out);
    }
    for (String slug : reviewed.texts.slugs()) {
      changed += reviewed.printPage(slug, out);
    }
    return changed;
  }

  private int printBundle(BundleFolder bundle, PrintStream out) {
    String dutch = bundle.displayPath() + "/" + Language.DUTCH.code() + ".properties";
    String translation = bundle.displayPath() + "/" + texts.language().code() + ".properties";
    Map<String, Pair> then = pairs(lines(onDay(dutch)), lines(onDay(translation)));
    Map<String, Pair> now =
        pairs(lines(history.current(dutch)), lines(history.current(translation)));
    return printChanges(bundle.name(), then, now, out);
  }

  private int printPage(String slug, PrintStream out) {
    String dutch = "content/" + Language.DUTCH.code() + "/" + slug + ".md";
    String translation = "content/" + texts.language().code() + "/" + slug + ".md";
    Map<String, Pair> then =
        pairs(pieces(dutch, onDay(dutch)), pieces(translation, onDay(translation)));
    Map<String, Pair> now =
        pairs(
            pieces(dutch, history.current(dutch)),
            pieces(translation, history.current(translation)));
    return printChanges("content/" + slug, then, now, out);
  }

  private Optional<String> onDay(String file) {
    return history.onDay(file, day);
  }

  private static Map<String, Pair> pairs(
      Map<String, String> dutch, Map<String, String> translated) {
    Map<String, Pair> pairs = new LinkedHashMap<>();
    dutch.forEach(
        (name, text) -> pairs.put(name, new Pair(text, translated.getOrDefault(name, ""))));
    return pairs;
  }

  /** Texts of a properties file by key. */
  private static Map<String, String> lines(Optional<String> file) {
    Map<String, String> lines = new LinkedHashMap<>();
    file.stream()
        .flatMap(String::lines)
        .filter(line -> !line.startsWith("#") && line.contains("="))
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              lines.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            });
    return lines;
  }

  private static Map<String, String> pieces(String name, Optional<String> file) {
    return file.map(text -> PageText.parse(name, text).texts()).orElse(Map.of());
  }

  /** A text that only moved to another place on its page is not a change. */
  private int printChanges(
      String part, Map<String, Pair> then, Map<String, Pair> now, PrintStream out) {
    int changed = 0;
    for (Map.Entry<String, Pair> entry : now.entrySet()) {
      Pair current = entry.getValue();
      if (!then.containsValue(current)) {
        Pair older = then.getOrDefault(entry.getKey(), new Pair("", ""));
        out.println(part + ":" + entry.getKey());
        out.println("  nl then: " + older.dutch().replace("\n", " "));
        out.println("  nl now:  " + current.dutch().replace("\n", " "));
        out.println(
            "  " + texts.language().code() + " then: " + older.translation().replace("\n", " "));
        out.println(
            "  " + texts.language().code() + " now:  " + current.translation().replace("\n", " "));
        changed++;
      }
    }
    return changed;
  }
}
