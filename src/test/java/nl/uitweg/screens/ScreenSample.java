package nl.uitweg.screens;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A screen to check in a browser, and the display modes to check it in. By default every Dutch
 * screen is checked in one mode. Screens that together have all kinds of elements are also checked
 * in half of the {@linkplain DisplayMode#distinct distinct modes} in Dutch, in turn, and at the
 * smallest and largest width in the right-to-left pseudo-language. Other languages differ in words
 * only, so only the layout of their screens with the longest words is checked. {@code
 * -Dmatrix=full} chooses every screen in every language and mode.
 */
record ScreenSample(Screen screen, List<DisplayMode> modes) {

  private static final boolean FULL = System.getProperty("matrix", "sample").equals("full");
  private static final String RIGHT_TO_LEFT = "he";
  private static final int LONGEST_PER_LANGUAGE = 3;
  private static final Pattern BREAK = Pattern.compile("(?s)<[^>]*>|[\\s-]+");

  /** The samples for axe. */
  static List<ScreenSample> forAxe() {
    if (FULL) {
      return Screens.all().stream()
          .map(screen -> new ScreenSample(screen, DisplayMode.all()))
          .toList();
    }
    List<ScreenSample> samples = new ArrayList<>();
    for (String language : List.of("nl", RIGHT_TO_LEFT)) {
      Set<Screen> coveringSet = coveringAllElementKinds(Screens.in(language));
      int number = 0;
      for (Screen screen : Screens.in(language)) {
        if (coveringSet.contains(screen)) {
          samples.add(
              new ScreenSample(
                  screen,
                  language.equals("nl")
                      ? DisplayMode.everyOtherDistinct(number++)
                      : DisplayMode.extremes()));
        } else if (language.equals("nl")) {
          samples.add(new ScreenSample(screen, List.of(DisplayMode.roundRobin(number++))));
        }
      }
    }
    return samples;
  }

  /**
   * A small set of screens, chosen greedily, that together have every kind of element: first the
   * screen with most kinds, then each time the one that adds most.
   */
  static Set<Screen> coveringAllElementKinds(List<Screen> screens) {
    Map<Screen, ElementKinds> kinds =
        screens.stream().collect(Collectors.toMap(Function.identity(), ElementKinds::of));
    Set<String> uncovered = new HashSet<>();
    kinds.values().forEach(elementKinds -> uncovered.addAll(elementKinds.kinds()));
    Set<Screen> chosen = new LinkedHashSet<>();
    while (!uncovered.isEmpty()) {
      Screen next =
          screens.stream()
              .max(
                  Comparator.comparingLong(
                      screen ->
                          kinds.get(screen).kinds().stream().filter(uncovered::contains).count()))
              .orElseThrow();
      chosen.add(next);
      uncovered.removeAll(kinds.get(next).kinds());
    }
    return chosen;
  }

  /**
   * The screens that are most likely too wide for a small window: every screen in the language
   * where its longest word is longest, the screens with the longest words of each language, and
   * right-to-left screens that together have all kinds of elements.
   */
  static List<Screen> withLongWords() {
    if (FULL) {
      return Screens.all();
    }
    Comparator<Screen> byLongestWord = Comparator.comparing(ScreenSample::longestWord);
    Set<Screen> chosen =
        new LinkedHashSet<>(
            Screens.all().stream()
                .collect(
                    Collectors.toMap(
                        Screen::name,
                        Function.identity(),
                        (first, second) ->
                            byLongestWord.compare(first, second) >= 0 ? first : second))
                .values());
    for (String language : Screens.languages()) {
      chosen.addAll(withLongestWords(Screens.in(language)));
    }
    chosen.addAll(coveringAllElementKinds(Screens.in(RIGHT_TO_LEFT)));
    return List.copyOf(chosen);
  }

  /** The few of these screens that have the longest words. */
  static List<Screen> withLongestWords(List<Screen> screens) {
    return screens.stream()
        .sorted(Comparator.comparing(ScreenSample::longestWord).reversed())
        .limit(LONGEST_PER_LANGUAGE)
        .toList();
  }

  private static int longestWord(Screen screen) {
    String html = screen.html();
    return BREAK
        .splitAsStream(html.substring(html.indexOf("<main")))
        .filter(
            word -> word.codePoints().allMatch(Character::isLetter)) // skips addresses and numbers
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}
