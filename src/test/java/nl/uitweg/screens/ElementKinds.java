package nl.uitweg.screens;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kinds of elements of a screen: element names with the names of their attributes and the
 * values of class, role and type. Screens of one template have the same kinds and differ in words
 * only.
 */
record ElementKinds(Set<String> kinds) {

  private static final Pattern TAG =
      Pattern.compile("<([a-z][a-z0-9]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([a-z-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+)))?");
  private static final Set<String> ATTRIBUTES_WITH_VALUE = Set.of("class", "role", "type");

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
            .map(
                attribute ->
                    ATTRIBUTES_WITH_VALUE.contains(attribute.group(1))
                        ? attribute.group()
                        : attribute.group(1));
    return tag.group(1) + attributes.sorted().collect(Collectors.joining(" ", "[", "]"));
  }
}
