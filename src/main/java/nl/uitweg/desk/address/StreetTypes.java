package nl.uitweg.desk.address;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The words that say that a name is that of a street: straat, weg, laan, and so on. */
final class StreetTypes {

  /** How clear it is that a word ends in a kind of street. */
  enum Clarity {
    /** A street in running text too: "hogeweg". */
    CLEAR,
    /** Possibly another word, such as "vakantiepark", or a kind of street with a mistake in it. */
    DOUBTFUL
  }

  /**
   * A word that ends in a kind of street.
   *
   * @param name the word, with an abbreviation written out
   */
  record Compound(String name, Clarity clarity) {}

  private static final List<String> CLEAR =
      longestFirst(
          """
          straat laan weg plein kade dreef singel gracht steeg boulevard plantsoen pad hof dijk krocht
          reep allee straatje laantje pleintje weggetje paadje
          """);

  private static final List<String> DOUBTFUL =
      longestFirst(
          """
          park duin duinen veld hoek wal markt brink tuin tuinen akker kamp zoom vaart vliet haven rand
          baan oord horst ring rust lust zicht bos erf meent passage poort brug sluis einde werf heuvel
          schans bolwerk terras wende broek kant gang esplanade promenade wijk hout beek
          """);

  private static final Map<String, String> ABBREVIATED =
      Map.ofEntries(
          Map.entry("str", "straat"),
          Map.entry("strasse", "straat"),
          Map.entry("wg", "weg"),
          Map.entry("ln", "laan"),
          Map.entry("pln", "plein"),
          Map.entry("kd", "kade"),
          Map.entry("sngl", "singel"),
          Map.entry("blvd", "boulevard"),
          Map.entry("blv", "boulevard"),
          Map.entry("bvd", "boulevard"),
          Map.entry("boul", "boulevard"),
          Map.entry("bd", "boulevard"),
          Map.entry("plnts", "plantsoen"));

  /** Abbreviations only before a full stop, because words may end like this too. */
  private static final Map<String, String> ABBREVIATED_WITH_STOP =
      Map.of("pl", "plein", "gr", "gracht");

  private static final Set<String> FIRST =
      Set.of("boulevard", "plein", "laan", "weg", "park", "kade", "allee", "pad", "hof", "singel");

  private static final Set<String> ORDINARY =
      Vocabulary.words(
          """
          onderweg snelweg autoweg fietspad voetpad wandelpad zandpad bospad kerkhof gerechtshof
          straathof winkelstraat zijstraat dwarsstraat woonstraat oprijlaan zijweg rijksweg spoorweg
          uitweg omweg terugweg heenweg uitvalsweg ventweg schoolplein speelplein gaandeweg halverweg
          ipad notepad milaan landweg parkeerhof toegangsweg provincialeweg doorgaanweg heimweg ruckweg
          umweg gehweg feldweg radweg vanwege aanweg
          """);

  private static final LevenshteinDistance ONE_MISTAKE = new LevenshteinDistance(1);
  private static final int MIN_STEM = 2;
  private static final int MIN_STEM_WITH_MISTAKE = 3;

  private StreetTypes() {}

  private static List<String> longestFirst(String words) {
    return Vocabulary.words(words).stream()
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }

  /** The kind of street that this word is by itself, such as "weg" or "blvd". */
  static Optional<String> alone(String word, boolean stopAfter) {
    String full = writtenOut(word, stopAfter);
    return CLEAR.contains(full) || DOUBTFUL.contains(full) ? Optional.of(full) : Optional.empty();
  }

  private static String writtenOut(String word, boolean stopAfter) {
    String full = ABBREVIATED.getOrDefault(word, word);
    return stopAfter ? ABBREVIATED_WITH_STOP.getOrDefault(full, full) : full;
  }

  /** Whether the kind of street may be the first word of the name, as in "Boulevard Barnaart". */
  static boolean mayBeFirst(String type) {
    return FIRST.contains(type);
  }

  /** Reads a word that ends in a kind of street, such as "hogeweg" or "zeestr". */
  static Optional<Compound> compound(String word, boolean stopAfter) {
    if (ORDINARY.contains(word)) {
      return Optional.of(new Compound(word, Clarity.DOUBTFUL));
    }
    for (var abbreviation : ABBREVIATED.entrySet()) {
      if (endsIn(word, abbreviation.getKey())) {
        return Optional.of(new Compound(replaceEnd(word, abbreviation), Clarity.CLEAR));
      }
    }
    if (stopAfter) {
      for (var abbreviation : ABBREVIATED_WITH_STOP.entrySet()) {
        if (abbreviation.getKey().length() > 1 && endsIn(word, abbreviation.getKey())) {
          return Optional.of(new Compound(replaceEnd(word, abbreviation), Clarity.CLEAR));
        }
      }
    }
    if (CLEAR.stream().anyMatch(type -> endsIn(word, type))) {
      return Optional.of(new Compound(word, Clarity.CLEAR));
    }
    boolean doubtful =
        DOUBTFUL.stream().anyMatch(type -> endsIn(word, type)) || endsInMistake(word);
    return doubtful ? Optional.of(new Compound(word, Clarity.DOUBTFUL)) : Optional.empty();
  }

  private static boolean endsIn(String word, String type) {
    return word.length() >= type.length() + MIN_STEM && word.endsWith(type);
  }

  private static String replaceEnd(String word, Map.Entry<String, String> abbreviation) {
    return word.substring(0, word.length() - abbreviation.getKey().length())
        + abbreviation.getValue();
  }

  /** Whether the word ends in a kind of street with one letter missing, extra, wrong or swapped. */
  private static boolean endsInMistake(String word) {
    return CLEAR.stream()
        .filter(type -> type.length() > 2)
        .anyMatch(type -> endsInMistake(word, type));
  }

  private static boolean endsInMistake(String word, String type) {
    for (int length = Math.max(3, type.length() - 1); length <= type.length() + 1; length++) {
      if (word.length() < length + MIN_STEM_WITH_MISTAKE) {
        continue;
      }
      String end = word.substring(word.length() - length);
      if ((type.length() > 3 && ONE_MISTAKE.apply(end, type) >= 0) || sameLetters(end, type)) {
        return true;
      }
    }
    return false;
  }

  /** Two swapped letters; for the shortest kinds only this, because many words end like them. */
  private static boolean sameLetters(String end, String type) {
    return end.length() == type.length()
        && end.charAt(0) == type.charAt(0)
        && Arrays.equals(end.chars().sorted().toArray(), type.chars().sorted().toArray());
  }
}
