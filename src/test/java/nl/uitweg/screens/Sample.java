package nl.uitweg.screens;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The screens that a browser looks at: all of them in Dutch, English and the language that tests
 * make, and every sixth in each other language, starting one further in each. So every screen is
 * seen in two or three of those, in more than one script. {@code -Dmatrix=languages} takes them
 * all, {@code -Dmatrix=full} takes them all in every look.
 *
 * @param looks what the screen is seen in
 */
record Sample(Screen screen, List<Look> looks) {

  private static final String MATRIX = System.getProperty("matrix", "sample");
  private static final boolean ALL = !MATRIX.equals("sample");
  private static final boolean FULL = MATRIX.equals("full");
  private static final Set<String> WHOLE = Set.of("nl", "en", "he");
  private static final int EVERY = 6;
  private static final Pattern BREAK = Pattern.compile("(?s)<[^>]*>|[\\s-]+");

  /** The sample, by language. */
  static List<Sample> rotating() {
    List<Sample> samples = new ArrayList<>();
    List<String> languages = Screens.languages();
    for (int language = 0; language < languages.size(); language++) {
      List<Screen> screens = Screens.in(languages.get(language));
      for (int i = 0; i < screens.size(); i++) {
        if (ALL || WHOLE.contains(languages.get(language)) || (i + language) % EVERY == 0) {
          samples.add(
              new Sample(screens.get(i), FULL ? Look.all() : List.of(Look.of(i, language))));
        }
      }
    }
    return samples;
  }

  /**
   * The sample, after every screen in the language in which its longest word is longest: that is
   * where a small window is too narrow first.
   */
  static List<Screen> withLongWords() {
    Map<String, Screen> longest =
        Screens.all().stream()
            .collect(
                Collectors.toMap(
                    Screen::name,
                    Function.identity(),
                    (one, other) -> longestWord(one) >= longestWord(other) ? one : other));
    Stream<Screen> longFirst =
        longest.values().stream().sorted(Comparator.comparing(Sample::longestWord).reversed());
    return List.copyOf(
        Stream.concat(longFirst, rotating().stream().map(Sample::screen))
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private static int longestWord(Screen screen) {
    String html = screen.html();
    return BREAK
        .splitAsStream(html.substring(html.indexOf("<main")))
        .filter(word -> word.codePoints().allMatch(Character::isLetter)) // no address, no number
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}
