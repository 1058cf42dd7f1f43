package nl.uitweg.desk.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decides which words belong to the name of a street. */
final class NameWords {

  /**
   * Words that often precede the rest of a name, so that they belong to it in small letters too.
   */
  private static final Set<String> FIRST_WORDS =
      Vocabulary.words(
          """
          oude nieuwe grote kleine hoge lage lange korte nwe verlengde gedempte verl ged burg burgem
          burgemeester bgm brgm burgermeester dr doctor dokter prof professor mr meester ir ds dominee jhr jonkheer st
          sint gen generaal adm admiraal past pastoor pres president min minister pr prins prinses
          koning koningin kon deken kapelaan notaris wethouder gebr gebroeders jan piet johan willem
          hendrik karel frans noorder zuider ooster wester noord zuid oost west eerste tweede derde vierde
          """);

  private static final int MAX_WORDS_BEFORE = 5;
  private static final int MAX_INITIALS = 3;

  private NameWords() {}

  /** Whether a word belongs to a name in small letters too. */
  static boolean isFirstWord(String word) {
    return FIRST_WORDS.contains(word);
  }

  /** Whether a token can be part of the name of a street. */
  static boolean isNameWord(Passage text, int i) {
    return text.isWord(i)
        && !text.isElsewhere(i)
        && !Vocabulary.ORDINARY.contains(text.at(i).text())
        && !Vocabulary.NO_STREETS.contains(text.at(i).text())
        && (FIRST_WORDS.contains(text.at(i).text())
            || !Vocabulary.COUNTED.contains(text.at(i).text()));
  }

  /** Adds the words before the last ones of a name: "Burg. van" before "Alphenstraat". */
  static StreetReader.Reading withWordsBefore(Passage text, int first, int to, List<String> core) {
    List<String> before = new ArrayList<>();
    List<String> particles = new ArrayList<>();
    int from = first;
    int i = first - 1;
    for (int count = 0; count < MAX_WORDS_BEFORE; count++) {
      boolean stopAfter = text.isSign(i, ".");
      int word = stopAfter || text.isSign(i, "-") ? i - 1 : i;
      if (!text.isWord(word) || text.isElsewhere(word)) {
        break;
      }
      Token token = text.at(word);
      if (isOrdinal(text, word)) {
        before.add(0, text.at(word - 1).text() + "e");
        from = word - 1;
        break;
      }
      boolean and = token.text().equals("en") && isNameBefore(text, word);
      if (and || (StreetName.PARTICLES.contains(token.text()) && !token.text().equals("s"))) {
        particles.add(0, token.text());
        if (!and && (token.capital() || stopAfter)) {
          before.addAll(0, particles);
          particles.clear();
          from = word;
        }
      } else if (belongsToName(text, word, stopAfter, !particles.isEmpty())) {
        before.addAll(0, particles);
        particles.clear();
        before.add(0, token.text());
        from = word;
      } else {
        break;
      }
      i = word - 1;
    }
    return new StreetReader.Reading(from, to, StreetName.of(withoutInitials(before), core), true);
  }

  /** "1e" before "Hogeweg". */
  private static boolean isOrdinal(Passage text, int i) {
    return text.isOneOf(i, Set.of("e", "de", "ste")) && text.isJoined(i) && text.isNumber(i - 1);
  }

  /** Whether "en" joins two parts of one name, as in "Duin en Daalseweg", and not two streets. */
  private static boolean isNameBefore(Passage text, int and) {
    int before = text.isSign(and - 1, "-") ? and - 2 : and - 1;
    return isNameWord(text, before)
        && text.at(before).capital()
        && StreetTypes.compound(text.at(before).text(), false).isEmpty();
  }

  /**
   * @param beforeParticle whether "van" or the like follows: "Jan van Galenstraat"
   */
  private static boolean belongsToName(
      Passage text, int i, boolean stopAfter, boolean beforeParticle) {
    Token token = text.at(i);
    if (token.text().length() == 1) {
      return stopAfter || token.capital() || token.text().equals("s");
    }
    boolean abbreviation = FIRST_WORDS.contains(token.text());
    if (stopAfter && !abbreviation) {
      return token.text().length() <= MAX_INITIALS && token.capital(); // otherwise a sentence ends
    }
    return abbreviation
        || (isNameWord(text, i)
            && (text.where()
                || (token.capital() && (beforeParticle || !isFirstOfSentence(text, i)))));
  }

  private static boolean isFirstOfSentence(Passage text, int i) {
    return i == 0 || text.isSign(i - 1, ".!?:\n;\"“„«(");
  }

  /** Leaves initials written together out: they have no vowel that makes a name of them. */
  private static List<String> withoutInitials(List<String> words) {
    List<String> kept = new ArrayList<>();
    for (String word : words) {
      boolean known =
          FIRST_WORDS.contains(word) || StreetName.PARTICLES.contains(word) || word.equals("en");
      if (known || word.length() > 2 || Character.isDigit(word.charAt(0))) {
        kept.add(word);
      }
    }
    return kept;
  }
}
