package nl.uitweg.desk.address;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a house number with its addition. */
final class HouseNumbers {

  private static final int MAX_DIGITS = 5;

  /**
   * A number of four digits in this range is a year, unless a word such as "nummer" is before it.
   */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2050;

  private static final Map<String, String> ADDITIONS =
      Map.ofEntries(
          Map.entry("bis", "bis"),
          Map.entry("hs", "hs"),
          Map.entry("huis", "hs"),
          Map.entry("zw", "zw"),
          Map.entry("zwart", "zw"),
          Map.entry("rd", "rd"),
          Map.entry("rood", "rd"),
          Map.entry("wit", "wit"),
          Map.entry("li", "li"),
          Map.entry("links", "li"),
          Map.entry("re", "re"),
          Map.entry("rechts", "re"),
          Map.entry("bv", "bv"),
          Map.entry("boven", "bv"),
          Map.entry("bovenhuis", "bv"),
          Map.entry("bg", "bg"),
          Map.entry("beneden", "bg"),
          Map.entry("sous", "sous"),
          Map.entry("souterrain", "sous"),
          Map.entry("ii", "-2"),
          Map.entry("iii", "-3"),
          Map.entry("iv", "-4"),
          Map.entry("eenhoog", "-1"),
          Map.entry("tweehoog", "-2"),
          Map.entry("driehoog", "-3"));

  private static final Map<String, Integer> FLOOR_NUMBERS =
      Map.of("een", 1, "twee", 2, "drie", 3, "vier", 4, "vijf", 5, "one", 1, "two", 2, "three", 3);

  private static final Set<String> FLOORS = Set.of("hoog", "hg", "hoge");

  /** Letters that are a word in a language of the reporters: "Hogeweg 12 a man lives there". */
  private static final String LETTERS_THAT_ARE_WORDS = "aeiouywzskvnmt";

  /** Words after which the "a" before them is no article. */
  private static final Set<String> DUTCH_AFTER_LETTER =
      Vocabulary.words(
          "woont wonen zit zitten staat staan is zijn in op te zie zag komt komen daar waar wordt met");

  /** Words that begin after "boven" when it is a preposition. */
  private static final Set<String> AFTER_PREPOSITION =
      Set.of(
          "de", "het", "een", "mij", "ons", "die", "dat", "deze", "dit", "aan", "in", "op", "van");

  private HouseNumbers() {}

  /**
   * A house number in a text.
   *
   * @param to the token after it
   */
  record Reading(HouseNumber number, int to) {}

  /**
   * Reads the house number that begins at a token.
   *
   * @param marked whether a word such as "nummer" is before it
   */
  static Optional<Reading> at(Passage text, int i, boolean marked) {
    Optional<Integer> value = value(text, i);
    if (value.isEmpty()
        || text.postcodeAt(i).isPresent()
        || (text.isNumber(i) && isPartOfOther(text, i))
        || (!marked && isYear(value.get()))
        || (!marked && floorAt(text, i).isPresent())) {
      return Optional.empty();
    }
    Optional<Integer> unit = unitAfterTen(text, i, value.get());
    int to = unit.isEmpty() ? i + 1 : text.isSign(i + 1, "-") ? i + 3 : i + 2;
    Reading reading = withAddition(text, to, value.get() + unit.orElse(0));
    if (!marked && isCounted(text, reading.to())) {
      return Optional.empty();
    }
    return Optional.of(reading);
  }

  private static Optional<Integer> value(Passage text, int i) {
    Token token = text.at(i);
    if (token.isWord()) {
      return NumberWords.of(token.text());
    }
    boolean plausible =
        token.isNumber() && token.text().length() <= MAX_DIGITS && !token.text().startsWith("0");
    return plausible ? Optional.of(Integer.valueOf(token.text())) : Optional.empty();
  }

  /** The "two" of "forty-two". */
  private static Optional<Integer> unitAfterTen(Passage text, int i, int ten) {
    int next = text.isSign(i + 1, "-") ? i + 2 : i + 1;
    return text.isWord(i) && text.isWord(next) && ten >= 20 && ten < 100 && ten % 10 == 0
        ? NumberWords.of(text.at(next).text()).filter(unit -> unit < 10)
        : Optional.empty();
  }

  private static boolean isYear(int value) {
    return value >= FIRST_YEAR && value <= LAST_YEAR;
  }

  /** Whether the digits belong to a time, a date, an amount, a measure or a telephone number. */
  private static boolean isPartOfOther(Passage text, int i) {
    boolean afterPart =
        text.isJoined(i) && text.isSign(i - 1, ":.,-/+€$£%") && text.isNumber(i - 2);
    boolean amount = text.isSign(i - 1, "€$£+@") || text.isSign(i + 1, "€$£%");
    boolean time = text.isSign(i + 1, ":.,") && text.isJoined(i + 1) && isJoinedNumber(text, i + 2);
    boolean dashes =
        text.isSign(i + 1, ",")
            && text.isJoined(i + 1)
            && text.isSign(i + 2, "-–")
            && text.isJoined(i + 2);
    boolean dateOrPlate =
        text.isSign(i + 1, "-/")
            && text.isJoined(i + 1)
            && text.isJoined(i + 2)
            && text.isSign(i + 3, "-/")
            && text.isJoined(i + 3)
            && text.isJoined(i + 4);
    boolean ordinalOrUnit =
        text.isJoined(i + 1)
            && text.isWord(i + 1)
            && (Vocabulary.COUNTED.contains(text.at(i + 1).text())
                || text.at(i + 1).text().matches("u|h|st|nd|rd?th|th|ste|de|cm|mm"));
    boolean ordinal =
        text.isJoined(i + 1)
            && text.isOneOf(i + 1, Set.of("e"))
            && text.isWord(i + 2)
            && !text.isElsewhere(i + 2);
    return afterPart || amount || time || dashes || dateOrPlate || ordinalOrUnit || ordinal;
  }

  private static boolean isJoinedNumber(Passage text, int i) {
    return text.isNumber(i) && text.isJoined(i);
  }

  /** Whether a word says what the number counts. */
  private static boolean isCounted(Passage text, int to) {
    boolean range = text.isSign(to, "-–") && text.isNumber(to + 1);
    return (range && isCounted(text, to + 2))
        || text.isOneOf(to, Vocabulary.COUNTED)
        || text.isSign(to, "€$£%");
  }

  private static Reading withAddition(Passage text, int i, int number) {
    Optional<Addition> addition = addition(text, i);
    if (addition.isEmpty()) {
      int afterComma = text.isSign(i, ",") ? i + 1 : i;
      addition = floorAt(text, afterComma);
    } else {
      Addition first = addition.get();
      Optional<Addition> second =
          first.value().matches("[a-z]") ? afterDash(text, first.to(), false) : Optional.empty();
      addition =
          second
              .map(more -> Optional.of(new Addition(first.value() + more.value(), more.to())))
              .orElse(addition);
    }
    return addition
        .map(found -> new Reading(new HouseNumber(number, found.value()), found.to()))
        .orElseGet(() -> new Reading(new HouseNumber(number, ""), i));
  }

  /** An addition to a house number, and the token after it. */
  private record Addition(String value, int to) {}

  private static Optional<Addition> addition(Passage text, int i) {
    if (text.isSign(i, "-/–")) {
      return afterDash(text, i, true);
    }
    if (!text.isWord(i)) {
      return Optional.empty();
    }
    String word = text.at(i).text();
    String known = ADDITIONS.get(word);
    if (known != null && !isPreposition(text, i)) {
      return Optional.of(new Addition(known, text.isSign(i + 1, ".") ? i + 2 : i + 1));
    }
    if (word.equals("i") && text.at(i).capital() && !text.isJoined(i)) {
      return Optional.of(new Addition("-1", i + 1));
    }
    if (word.matches("[a-z]") && (text.isJoined(i) || isLetterOfHouse(text, i))) {
      return Optional.of(new Addition(word, i + 1));
    }
    return Optional.empty();
  }

  private static boolean isPreposition(Passage text, int i) {
    return text.isOneOf(i + 1, AFTER_PREPOSITION) && !text.isJoined(i);
  }

  private static boolean isLetterOfHouse(Passage text, int i) {
    boolean free = LETTERS_THAT_ARE_WORDS.indexOf(text.at(i).text().charAt(0)) < 0;
    return free
        || text.endsAt(i + 1)
        || text.at(i).capital()
        || (text.at(i).text().equals("a") && text.isOneOf(i + 1, DUTCH_AFTER_LETTER));
  }

  /** What follows a dash or a slash: a number, a letter, a word such as "bis", or a floor. */
  private static Optional<Addition> afterDash(Passage text, int i, boolean allowLetters) {
    if (!text.isSign(i, "-/–")) {
      return Optional.empty();
    }
    Optional<Addition> floor = floorAt(text, i + 1);
    if (floor.isPresent()) {
      return floor;
    }
    if (text.isNumber(i + 1) && text.at(i + 1).text().length() <= 3 && !isCounted(text, i + 2)) {
      return Optional.of(new Addition("-" + Integer.parseInt(text.at(i + 1).text()), i + 2));
    }
    if (!allowLetters || !text.isWord(i + 1) || !text.isJoined(i + 1)) {
      return Optional.empty();
    }
    String word = text.at(i + 1).text();
    String letter = word.equals("i") ? "-1" : word;
    String known = word.matches("[a-z]") ? letter : ADDITIONS.get(word);
    return known == null ? Optional.empty() : Optional.of(new Addition(known, i + 2));
  }

  /** A floor, such as "3 hoog", "3-hoog" or "drie hoog". */
  private static Optional<Addition> floorAt(Passage text, int i) {
    int next = text.isSign(i + 1, "-") ? i + 2 : i + 1;
    if (!text.isOneOf(next, FLOORS)) {
      return text.isOneOf(i, Set.of("eenhoog", "tweehoog", "driehoog"))
          ? Optional.of(new Addition(ADDITIONS.getOrDefault(text.at(i).text(), ""), i + 1))
          : Optional.empty();
    }
    if (text.isNumber(i) && text.at(i).text().length() <= 2) {
      return Optional.of(new Addition("-" + Integer.parseInt(text.at(i).text()), next + 1));
    }
    return text.isWord(i) && FLOOR_NUMBERS.containsKey(text.at(i).text())
        ? Optional.of(new Addition("-" + FLOOR_NUMBERS.get(text.at(i).text()), next + 1))
        : Optional.empty();
  }
}
