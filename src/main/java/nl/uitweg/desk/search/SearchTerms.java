package nl.uitweg.desk.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.platform.i18n.Folding;

/**
 * The words and quoted phrases that an officer searches for, folded by {@link Folding}. A report
 * matches when it contains all of them. A word also matches inside a longer one, because Dutch has
 * compound words and many scripts do not separate words.
 *
 * @param terms all different, each with at least one letter or digit
 */
record SearchTerms(List<String> terms) {

  static final int MAX_LENGTH = 200;
  static final int MAX_TERMS = 10;

  private static final Pattern TERM = Pattern.compile("\"([^\"]*)\"?|([^\\s\"]+)");
  private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

  /** Terms of scripts in which one character can be a word. */
  private static final Pattern ONE_CHARACTER_WORD =
      Pattern.compile("[\\p{IsHan}\\p{IsHangul}\\p{IsThai}].*");

  /** Thrown when a search cannot be done; carries the key of the text that says why. */
  static final class InvalidSearchException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidSearchException(String key) {
      super(key);
    }

    String key() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * @param input the query as the officer typed it
   * @throws InvalidSearchException with the key of a text that says what to change
   */
  static SearchTerms parse(String input) throws InvalidSearchException {
    if (input.length() > MAX_LENGTH) {
      throw new InvalidSearchException("search.too-long");
    }
    List<String> terms = new ArrayList<>();
    Matcher term =
        TERM.matcher(Folding.fold(input.replace('„', '"').replace('«', '"').replace('»', '"')));
    while (term.find()) {
      String phrase = term.group(1);
      String value = (phrase == null ? term.group(2) : phrase).strip();
      if (LETTER_OR_DIGIT.matcher(value).find() && !terms.contains(value)) {
        terms.add(value);
      }
    }
    if (terms.isEmpty()) {
      throw new InvalidSearchException("search.empty");
    }
    if (terms.size() > MAX_TERMS) {
      throw new InvalidSearchException("search.too-many");
    }
    if (terms.stream()
        .anyMatch(value -> value.length() < 2 && !ONE_CHARACTER_WORD.matcher(value).matches())) {
      throw new InvalidSearchException("search.too-short");
    }
    return new SearchTerms(List.copyOf(terms));
  }

  /** Omits the search terms, because the result may be logged. */
  @Override
  public String toString() {
    return "SearchTerms";
  }
}
