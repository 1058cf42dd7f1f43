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
 * The screens that a browser looks at, and in which looks. Every screen in Dutch in one look, and
 * every {@link ElementKinds} in all looks: in Dutch, and from right to left in the language that tests
 * make. Other languages differ in words, so of them only the screens with the longest words. {@code
 * -Dmatrix=full} takes every screen in every language in every look.
 *
 * @param looks what the screen is seen in
 */
record ScreenSample(Screen screen, List<DisplayMode> looks) {

  private static final boolean FULL = System.getProperty("matrix", "sample").equals("full");
  private static final String RIGHT_TO_LEFT = "he";
  private static final int LONGEST_PER_LANGUAGE = 3;
  private static final Pattern BREAK = Pattern.compile("(?s)<[^>]*>|[\\s-]+");

  /** For axe: screens with the looks in which it examines them. */
  static List<ScreenSample> forAxe() {
    if (FULL) {
      return Screens.all().stream().map(screen -> new ScreenSample(screen, DisplayMode.all())).toList();
    }
    List<ScreenSample> samples = new ArrayList<>();
    for (String language : List.of("nl", RIGHT_TO_LEFT)) {
      Set<Screen> templates = oneOfEachTemplate(Screens.in(language));
      int turn = 0;
      for (Screen screen : Screens.in(language)) {
        if (templates.contains(screen)) {
          samples.add(new ScreenSample(screen, DisplayMode.all()));
        } else if (language.equals("nl")) {
          samples.add(new ScreenSample(screen, List.of(DisplayMode.turn(turn++))));
        }
      }
    }
    return samples;
  }

  /**
   * The fewest screens, found greedily, in which every kind of element of all of them occurs: first
   * the one with most kinds, then the one that adds most.
   */
  private static Set<Screen> oneOfEachTemplate(List<Screen> screens) {
    Map<Screen, ElementKinds> templates =
        screens.stream().collect(Collectors.toMap(Function.identity(), ElementKinds::of));
    Set<String> unseen = new HashSet<>();
    templates.values().forEach(template -> unseen.addAll(template.elements()));
    Set<Screen> chosen = new LinkedHashSet<>();
    while (!unseen.isEmpty()) {
      Screen next =
          screens.stream()
              .max(
                  Comparator.comparingLong(
                      screen ->
                          templates.get(screen).elements().stream()
                              .filter(unseen::contains)
                              .count()))
              .orElseThrow();
      chosen.add(next);
      unseen.removeAll(templates.get(next).elements());
    }
    return chosen;
  }

  /**
   * Where a small window is too narrow first: every screen in the language in which its longest
   * word is longest; of every language the screens with the longest words; and all from right to
   * left.
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
                        (one, other) -> byLongestWord.compare(one, other) >= 0 ? one : other))
                .values());
    for (String language : Screens.languages()) {
      Screens.in(language).stream()
          .sorted(byLongestWord.reversed())
          .limit(LONGEST_PER_LANGUAGE)
          .forEach(chosen::add);
    }
    chosen.addAll(Screens.in(RIGHT_TO_LEFT));
    return List.copyOf(chosen);
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
