package nl.uitweg.desk.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an officer looks for: words and "phrases between quotes" that must all occur, folded. A word
 * also matches inside a longer one: Dutch joins words, and many scripts do not part them.
 *
 * @param terms each at least one character
 */
record SearchTerms(List<String> terms) {

  static final int MAX_LENGTH = 200;
  static final int MAX_TERMS = 10;

  private static final Pattern TERM = Pattern.compile("\"([^\"]*)\"?|([^\\s\"]+)");
  private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");
  private static final Pattern SHORT_ENOUGH =
      Pattern.compile("[\\p{IsHan}\\p{IsHangul}\\p{IsThai}].*");

  /** Why nothing can be looked for; the key of the sentence. */
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
   * @param typed as the officer typed it
   * @throws InvalidSearchException with the key of a sentence that says what to change
   */
  static SearchTerms parse(String typed) throws InvalidSearchException {
    if (typed.length() > MAX_LENGTH) {
      throw new InvalidSearchException("search.too-long");
    }
    List<String> terms = new ArrayList<>();
    Matcher term =
        TERM.matcher(Folding.fold(typed.replace('„', '"').replace('«', '"').replace('»', '"')));
    while (term.find()) {
      String phrase = term.group(1);
      String found = (phrase == null ? term.group(2) : phrase).strip();
      if (LETTER.matcher(found).find() && !terms.contains(found)) {
        terms.add(found);
      }
    }
    if (terms.isEmpty()) {
      throw new InvalidSearchException("search.empty");
    }
    if (terms.size() > MAX_TERMS) {
      throw new InvalidSearchException("search.too-many");
    }
    if (terms.stream().anyMatch(one -> one.length() < 2 && !SHORT_ENOUGH.matcher(one).matches())) {
      throw new InvalidSearchException("search.too-short");
    }
    return new SearchTerms(List.copyOf(terms));
  }

  /** Never the words: this may end in a log. */
  @Override
  public String toString() {
    return "SearchTerms";
  }
}
