package nl.uitweg.desk.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The name of a street in three forms.
 *
 * @param exact all its words, abbreviations written out, without spaces
 * @param tolerant as {@code exact}, without titles, initials and "van der", and with spellings that
 *     sound the same made equal
 * @param tail {@code tolerant} without the words before the last ones; empty when there are none.
 *     Somebody who leaves a first name out writes this
 */
record StreetName(String exact, String tolerant, Optional<String> tail) {

  private static final Map<String, String> WRITTEN_OUT =
      Map.ofEntries(
          Map.entry("burg", "burgemeester"),
          Map.entry("burgem", "burgemeester"),
          Map.entry("bgm", "burgemeester"),
          Map.entry("brgm", "burgemeester"),
          Map.entry("burgermeester", "burgemeester"),
          Map.entry("dr", "doctor"),
          Map.entry("dokter", "doctor"),
          Map.entry("prof", "professor"),
          Map.entry("mr", "meester"),
          Map.entry("ir", "ingenieur"),
          Map.entry("ing", "ingenieur"),
          Map.entry("ds", "dominee"),
          Map.entry("jhr", "jonkheer"),
          Map.entry("st", "sint"),
          Map.entry("gen", "generaal"),
          Map.entry("adm", "admiraal"),
          Map.entry("past", "pastoor"),
          Map.entry("pres", "president"),
          Map.entry("min", "minister"),
          Map.entry("pr", "prins"),
          Map.entry("kon", "koningin"),
          Map.entry("gebr", "gebroeders"),
          Map.entry("ged", "gedempte"),
          Map.entry("verl", "verlengde"),
          Map.entry("nwe", "nieuwe"),
          Map.entry("gr", "grote"),
          Map.entry("kl", "kleine"),
          Map.entry("v", "van"),
          Map.entry("vd", "vander"),
          Map.entry("d", "der"),
          Map.entry("eerste", "1e"),
          Map.entry("tweede", "2e"),
          Map.entry("derde", "3e"),
          Map.entry("vierde", "4e"));

  static final Set<String> TITLES =
      Set.of(
          "burgemeester",
          "doctor",
          "professor",
          "meester",
          "ingenieur",
          "dominee",
          "jonkheer",
          "sint",
          "generaal",
          "admiraal",
          "pastoor",
          "president",
          "minister",
          "kapelaan",
          "deken",
          "notaris",
          "wethouder",
          "gebroeders");

  static final Set<String> PARTICLES =
      Set.of("van", "vander", "vd", "v", "d", "der", "den", "de", "ten", "ter", "het", "t", "s");

  /** The word as it is written in full. */
  static String writtenOut(String word) {
    return WRITTEN_OUT.getOrDefault(word, word);
  }

  /**
   * @param before words before the last ones, folded, in their order
   * @param core the last words with the kind of street: what nobody leaves out
   */
  static StreetName of(List<String> before, List<String> core) {
    List<String> all = new ArrayList<>();
    before.forEach(word -> all.add(writtenOut(word)));
    String distinctive = all.stream().filter(StreetName::isDistinctive).reduce("", String::concat);
    core.forEach(word -> all.add(writtenOut(word)));
    List<String> ofCore =
        core.stream().map(StreetName::writtenOut).filter(StreetName::isDistinctive).toList();
    String end = String.join("", ofCore);
    return new StreetName(
        String.join("", all),
        soundsLike(distinctive + end),
        distinctive.isEmpty() ? Optional.empty() : Optional.of(soundsLike(end)));
  }

  private static boolean isDistinctive(String word) {
    return word.length() > 1 && !TITLES.contains(word) && !PARTICLES.contains(word);
  }

  /** Makes spellings equal that sound the same, and double letters single. */
  static String soundsLike(String word) {
    String same =
        word.replace("ij", "y")
            .replace("ei", "y")
            .replace("ck", "k")
            .replace("ch", "g")
            .replace("ph", "f")
            .replace("th", "t")
            .replace("ae", "a");
    StringBuilder single = new StringBuilder(same.length());
    for (int i = 0; i < same.length(); i++) {
      if (i == 0 || same.charAt(i) != same.charAt(i - 1)) {
        single.append(same.charAt(i));
      }
    }
    return single.toString();
  }
}
