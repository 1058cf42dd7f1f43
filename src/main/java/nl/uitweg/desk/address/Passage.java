package nl.uitweg.desk.address;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A text in which addresses are looked for.
 *
 * @param text the text itself
 * @param where whether it answers the question where it happens; it is then read more generously
 * @param mentions the places that it names
 * @param postcodes the postcodes in it
 * @param mentionByToken the place to which a token belongs
 * @param postcodeByToken the postcode to which a token belongs
 */
record Passage(
    String text,
    boolean where,
    List<Token> tokens,
    List<Places.Mention> mentions,
    List<Postcode> postcodes,
    Map<Integer, Places.Mention> mentionByToken,
    Map<Integer, Postcode> postcodeByToken) {

  /** Two letters that are a word after a year: "2019 in Zandvoort". */
  private static final Set<String> TWO_LETTER_WORDS =
      Vocabulary.words(
          "in op en de we ze er is te om na al of je nu zo at on to by my he it la el le si cu pe im am");

  /** Letters of no postcode: three that are never issued, and two that stand before a number. */
  private static final Set<String> NEVER_ISSUED = Set.of("sa", "sd", "ss", "nr", "no");

  private static final int POSTCODE_DIGITS = 4;

  /**
   * A Dutch postcode.
   *
   * @param value for example 2042AB
   */
  record Postcode(int from, int to, String value) {}

  static Passage of(String text, boolean where, Places places) {
    List<Token> tokens = Token.of(text);
    List<Places.Mention> mentions = places.mentions(tokens);
    List<Postcode> postcodes = new ArrayList<>();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (isPostcode(text, tokens, i, mentions)) {
        String letters = tokens.get(i + 1).text().toUpperCase(Locale.ROOT);
        postcodes.add(new Postcode(i, i + 2, tokens.get(i).text() + letters));
      }
    }
    Map<Integer, Places.Mention> mentionByToken = new HashMap<>();
    for (Places.Mention mention : mentions) {
      IntStream.range(mention.from(), mention.to()).forEach(i -> mentionByToken.put(i, mention));
    }
    Map<Integer, Postcode> postcodeByToken = new HashMap<>();
    for (Postcode postcode : postcodes) {
      IntStream.range(postcode.from(), postcode.to())
          .forEach(i -> postcodeByToken.put(i, postcode));
    }
    return new Passage(text, where, tokens, mentions, postcodes, mentionByToken, postcodeByToken);
  }

  private static boolean isPostcode(
      String text, List<Token> tokens, int i, List<Places.Mention> mentions) {
    Token digits = tokens.get(i);
    Token letters = tokens.get(i + 1);
    if (!digits.isNumber()
        || digits.text().length() != POSTCODE_DIGITS
        || digits.text().startsWith("0")
        || !letters.text().matches("[a-z]{2}")
        || letters.start() - digits.end() > 1
        || NEVER_ISSUED.contains(letters.text())) {
      return false;
    }
    String original = text.substring(letters.start(), letters.end());
    if (letters.joined() || original.equals(original.toUpperCase(Locale.ROOT))) {
      return true;
    }
    boolean atEnd = i + 2 >= tokens.size() || !tokens.get(i + 2).isWord();
    return !TWO_LETTER_WORDS.contains(letters.text())
        && (atEnd || mentions.stream().anyMatch(mention -> mention.from() == i + 2));
  }

  int size() {
    return tokens.size();
  }

  Token at(int i) {
    return tokens.get(i);
  }

  boolean isWord(int i) {
    return i >= 0 && i < size() && at(i).isWord();
  }

  boolean isNumber(int i) {
    return i >= 0 && i < size() && at(i).isNumber();
  }

  boolean isSign(int i, String signs) {
    return i >= 0 && i < size() && at(i).isSign(signs);
  }

  /** Whether the token is one of these words. */
  boolean isOneOf(int i, Set<String> words) {
    return isWord(i) && words.contains(at(i).text());
  }

  boolean isJoined(int i) {
    return i >= 0 && i < size() && at(i).joined();
  }

  Optional<Places.Mention> mentionAt(int i) {
    return Optional.ofNullable(mentionByToken.get(i));
  }

  Optional<Postcode> postcodeAt(int i) {
    return Optional.ofNullable(postcodeByToken.get(i));
  }

  /** Whether the token belongs to a place or a postcode. */
  boolean isElsewhere(int i) {
    return mentionAt(i).isPresent() || postcodeAt(i).isPresent();
  }

  /** Whether the text ends before this token, or a part of a sentence does. */
  boolean endsAt(int i) {
    return i >= size() || isSign(i, ".,;:!?()\n-–—/،؛") || isElsewhere(i);
  }

  /** The text of these tokens. */
  String original(int from, int to) {
    return text.substring(at(from).start(), at(to - 1).end());
  }

  /** Omits the text, because the result may be logged. */
  @Override
  public String toString() {
    return "Passage";
  }
}
