package nl.uitweg.screens;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a screen is made of: the kinds of element in it, each as its name with the names of its
 * attributes, its class and its role. Screens of one template differ in words only.
 */
record ElementKinds(Set<String> elements) {

  private static final Pattern TAG =
      Pattern.compile("<([a-z][a-z0-9]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([a-z-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+)))?");
  private static final Set<String> TELLING = Set.of("class", "role", "type");

  static ElementKinds of(Screen screen) {
    return new ElementKinds(
        TAG.matcher(screen.html())
            .results()
            .map(ElementKinds::kind)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static String kind(MatchResult tag) {
    Stream<String> attributes =
        ATTRIBUTE
            .matcher(tag.group(2))
            .results()
            .map(found -> TELLING.contains(found.group(1)) ? found.group() : found.group(1));
    return tag.group(1) + attributes.sorted().collect(Collectors.joining(" ", "[", "]"));
  }
}
