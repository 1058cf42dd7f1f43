package nl.uitweg.editing.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.Organisation;

/**
 * Finds telephone numbers that are not in {@code content/organisations.yaml}, and links to other
 * sites, in a line of text.
 */
public final class TypedFacts {

  private static final Pattern TELEPHONE =
      Pattern.compile("(?<![\\d.#-])(?:\\+31|0)[ -]?\\d(?:[ -]?\\d){5,9}(?![\\d-])");
  private static final Pattern LINK = Pattern.compile("https?://[^\\s)\"]+");

  private final Set<String> knownNumbers = new HashSet<>();

  public TypedFacts(Content content) {
    for (Organisation organisation : content.organisations()) {
      Stream.of(organisation.phone(), organisation.otherPhone())
          .flatMap(Optional::stream)
          .flatMap(phone -> Stream.of(phone.displayNumber(), phone.dial()))
          .forEach(number -> knownNumbers.add(digits(number)));
    }
  }

  /** What is wrong with the telephone numbers and links of a text. */
  public List<String> problems(String text) {
    List<String> problems = new ArrayList<>(numberProblems(text));
    LINK.matcher(text)
        .results()
        .map(MatchResult::group)
        .forEach(
            link ->
                problems.add(
                    link
                        + " must not be in a text; name an organisation with {org:…} or add it to"
                        + " the sources"));
    return problems;
  }

  /** What is wrong with the telephone numbers of a text. */
  public List<String> numberProblems(String text) {
    return TELEPHONE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(number -> !knownNumbers.contains(digits(number)))
        .map(
            number ->
                "the number "
                    + number
                    + " is not in content/organisations.yaml; use the mark {tel:…} of the Dutch"
                    + " text")
        .toList();
  }

  private static String digits(String number) {
    return number.replaceAll("\\D", "").replaceFirst("^31", "0");
  }
}
