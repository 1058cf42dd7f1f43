package nl.uitweg.desk.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the name of a street that ends before a house number, or begins after it. */
final class StreetReader {

  private static final Set<String> BEFORE_STREET =
      Vocabulary.words(
          """
          op aan in bij at on near na przy ul ulicy la pe str strada en calle auf an der adres adresa
          address adresse adresi на по вул ул адрес في o so
          """);
  private static final Set<String> ARTICLES = Set.of("de", "het");
  private static final int MAX_WORDS_BEFORE = 5;
  private static final int MAX_WORDS = 4;
  private static final int MIN_LETTERS = 3;

  private StreetReader() {}

  /**
   * A street in a text.
   *
   * @param from its first token
   * @param to the token after its last one
   * @param typed whether it has a word such as "straat"
   */
  record Reading(int from, int to, StreetName name, boolean typed) {}

  /**
   * The street whose name ends before a token.
   *
   * @param evident whether a place, a postcode or a word such as "nummer" makes an address likely
   * @param ended whether a part of a sentence ends after the house number
   */
  static Optional<Reading> endingAt(Passage text, int to, boolean evident, boolean ended) {
    boolean stopAfter = text.isSign(to - 1, ".");
    int last = stopAfter ? to - 2 : to - 1;
    if (isYearOfSquare(text, to - 1)) {
      return Optional.of(
          new Reading(
              to - 2,
              to,
              StreetName.of(List.of(), List.of(text.at(to - 1).text(), "plein")),
              true));
    }
    if (!text.isWord(last) || text.isElsewhere(last)) {
      return Optional.empty();
    }
    String word = text.at(last).text();
    boolean likely = evident || text.where() || text.at(last).capital();
    Optional<StreetTypes.Compound> compound = StreetTypes.compound(word, stopAfter);
    if (stopAfter && !text.where() && !isAbbreviation(word, compound)) {
      return Optional.empty(); // a sentence ends
    }
    if (compound.isPresent()
        && (likely
            || compound.get().clarity() == StreetTypes.Clarity.CLEAR
            || isAfterPreposition(text, last))) {
      return Optional.of(NameWords.withWordsBefore(text, last, to, List.of(compound.get().name())));
    }
    Optional<Reading> first = withTypeFirst(text, last, to, evident);
    if (first.isPresent()) {
      return first;
    }
    Optional<String> alone = StreetTypes.alone(word, stopAfter);
    if (alone.isPresent()) {
      return alone.flatMap(type -> withTypeAlone(text, last, to, type));
    }
    return untyped(text, last, to, evident, ended);
  }

  private static boolean isAbbreviation(String word, Optional<StreetTypes.Compound> compound) {
    return compound.filter(found -> !found.name().equals(word)).isPresent()
        || StreetTypes.alone(word, true).filter(type -> !type.equals(word)).isPresent();
  }

  private static boolean isAbbreviation(Passage text, int i) {
    return text.isWord(i)
        && (text.at(i).text().length() == 1
            || NameWords.isFirstWord(text.at(i).text())
            || StreetTypes.alone(text.at(i).text(), true).isPresent());
  }

  private static boolean isYearOfSquare(Passage text, int i) {
    return text.isNumber(i)
        && text.at(i).text().length() == 4
        && text.isOneOf(i - 1, Set.of("plein"));
  }

  private static boolean isAfterPreposition(Passage text, int i) {
    int before = text.isOneOf(i - 1, ARTICLES) ? i - 2 : i - 1;
    return text.isOneOf(before, BEFORE_STREET);
  }

  /** "Hoge Weg". */
  private static Optional<Reading> withTypeAlone(Passage text, int last, int to, String type) {
    int before = text.isSign(last - 1, "-") ? last - 2 : last - 1;
    boolean name =
        text.isWord(before)
            && !text.isElsewhere(before)
            && !Vocabulary.ORDINARY.contains(text.at(before).text())
            && !StreetName.PARTICLES.contains(text.at(before).text())
            && text.at(before).text().length() >= MIN_LETTERS;
    return name
        ? Optional.of(
            NameWords.withWordsBefore(text, before, to, List.of(text.at(before).text(), type)))
        : Optional.empty();
  }

  /** "Boulevard Barnaart", "Laan van Insulinde". */
  private static Optional<Reading> withTypeFirst(Passage text, int last, int to, boolean evident) {
    List<String> words = new ArrayList<>();
    boolean capitals = true;
    for (int i = last; i > last - MAX_WORDS && text.isWord(i) && !text.isElsewhere(i); i--) {
      Token token = text.at(i);
      boolean stop = text.isSign(i + 1, ".") && i < last;
      Optional<String> type = StreetTypes.alone(token.text(), stop);
      if (type.isPresent() && StreetTypes.mayBeFirst(type.get()) && !words.isEmpty()) {
        boolean accepted = capitals || text.where() || evident || type.get().equals("boulevard");
        words.add(type.get());
        return accepted
            ? Optional.of(new Reading(i, to, StreetName.of(List.of(), words), true))
            : Optional.empty();
      }
      boolean particle = StreetName.PARTICLES.contains(token.text());
      if (!particle && !NameWords.isNameWord(text, i)) {
        return Optional.empty();
      }
      capitals &= particle || token.capital();
      words.add(0, token.text());
      if (text.isSign(i - 1, ".")) {
        if (!isAbbreviation(text, i - 2)) {
          return Optional.empty();
        }
        i--;
      }
    }
    return Optional.empty();
  }

  /** A street without a word that says so, such as "Grote Krocht" with a mistake, or "Brink". */
  private static Optional<Reading> untyped(
      Passage text, int last, int to, boolean evident, boolean ended) {
    List<String> words = new ArrayList<>();
    int from = to;
    for (int i = last; i > last - MAX_WORDS && NameWords.isNameWord(text, i); i--) {
      Token token = text.at(i);
      if (!text.where() && !token.capital()) {
        break;
      }
      words.add(0, token.text());
      from = i;
    }
    boolean accepted =
        words.stream().mapToInt(String::length).sum() > MIN_LETTERS
            && !text.isOneOf(last, Vocabulary.NO_STREETS)
            && (evident || (text.where() && ended));
    return accepted
        ? Optional.of(new Reading(from, to, StreetName.of(List.of(), words), false))
        : Optional.empty();
  }

  /**
   * The street whose name begins at a token, after a house number.
   *
   * @param evident whether a word such as "nummer" is before the number
   */
  static Optional<Reading> startingAt(Passage text, int from, boolean evident) {
    for (int last = from; last < from + MAX_WORDS_BEFORE && last < text.size(); last++) {
      if (text.isSign(last, ".-") && last > from) {
        continue;
      }
      if (!text.isWord(last) || text.isElsewhere(last)) {
        return Optional.empty();
      }
      int to = text.isSign(last + 1, ".") && last + 2 < text.size() ? last + 2 : last + 1;
      Optional<Reading> typeFirst = withTypeAtStart(text, from, evident);
      if (typeFirst.isPresent()) {
        return typeFirst;
      }
      Optional<Reading> reading = typedEndingAt(text, last, to, evident);
      if (reading.isPresent()) {
        return reading
            .filter(found -> found.from() <= from)
            .map(found -> new Reading(from, to, found.name(), true));
      }
    }
    return Optional.empty();
  }

  private static Optional<Reading> typedEndingAt(Passage text, int last, int to, boolean evident) {
    boolean stopAfter = to == last + 2;
    String word = text.at(last).text();
    Optional<StreetTypes.Compound> compound = StreetTypes.compound(word, stopAfter);
    if (compound.isPresent()) {
      boolean likely = evident || text.where() || text.at(last).capital();
      return likely || compound.get().clarity() == StreetTypes.Clarity.CLEAR
          ? Optional.of(NameWords.withWordsBefore(text, last, to, List.of(compound.get().name())))
          : Optional.empty();
    }
    return StreetTypes.alone(word, stopAfter).flatMap(type -> withTypeAlone(text, last, to, type));
  }

  private static Optional<Reading> withTypeAtStart(Passage text, int from, boolean evident) {
    Optional<String> type =
        StreetTypes.alone(text.at(from).text(), text.isSign(from + 1, "."))
            .filter(StreetTypes::mayBeFirst);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    int start = text.isSign(from + 1, ".") ? from + 2 : from + 1;
    int end = start;
    while (end < start + MAX_WORDS - 1
        && text.isWord(end)
        && !text.isElsewhere(end)
        && (StreetName.PARTICLES.contains(text.at(end).text())
            || (NameWords.isNameWord(text, end)
                && (text.at(end).capital() || text.where() || evident)))) {
      end++;
    }
    if (end == start) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    for (int i = start; i < end; i++) {
      words.add(text.at(i).text());
    }
    words.add(type.get());
    return Optional.of(new Reading(from, end, StreetName.of(List.of(), words), true));
  }
}
