package nl.uitweg.desk.related;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds number plates: Dutch ones by their fourteen series, others where a word announces one. */
final class Plates {

  private static final String WORD_START = "(?<![\\p{L}\\p{M}\\p{Nd}_-])";
  private static final String WORD_END = "(?![\\p{L}\\p{M}\\p{Nd}_-])";

  /** Series with A for a letter and 9 for a digit. */
  private static final Set<String> SERIES =
      Set.of(
          "AA-99-99",
          "99-99-AA",
          "99-AA-99",
          "AA-99-AA",
          "AA-AA-99",
          "99-AA-AA",
          "99-AAA-9",
          "9-AAA-99",
          "AA-999-A",
          "A-999-AA",
          "AAA-99-A",
          "A-99-AAA",
          "9-AA-999",
          "999-AA-9");

  /**
   * Series of before 1978, of which the letters may be vowels. They resemble postcodes and dates.
   */
  private static final Set<String> OLD_SERIES = Set.of("AA-99-99", "99-99-AA");

  /** Three groups, with hyphens, with spaces or without anything between them. */
  private static final Pattern GROUPS =
      Pattern.compile(
          WORD_START
              + "(?:([A-Za-z]{1,3})|(\\d{1,3}))([- –]?)(?:([A-Za-z]{1,3})|(\\d{1,3}))([- –]?)"
              + "(?:([A-Za-z]{1,3})|(\\d{1,3}))"
              + WORD_END);

  /** A word that announces a number plate, at most a few words before it. */
  private static final Pattern ANNOUNCEMENT =
      Pattern.compile(
          "(?:kenteken|nummerplaat|nummerbord|licen[sc]e|plate|registration|kennzeichen|rejestrac"
              + "|tablic|inmatricul|matr[ií]cula|plaka|номер|biển số|لوحة)[^\\d\\n.]{0,40}$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Groups of capital letters and digits, as on the plates of most countries. */
  private static final Pattern FOREIGN =
      Pattern.compile(WORD_START + "[A-Z0-9]{1,7}(?:[- ][A-Z0-9]{1,5}){0,2}" + WORD_END);

  /** German: "HH-AB 1234". Belgian: "1-ABC-234". Clear without a word that announces them. */
  private static final Pattern CLEARLY_FOREIGN =
      Pattern.compile(
          WORD_START + "(?:[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} \\d{1,4}|[1-9]-[A-Z]{3}-\\d{3})" + WORD_END);

  private static final int ANNOUNCEMENT_CHARACTERS = 60;
  private static final int MIN_CHARACTERS = 5;
  private static final int MAX_CHARACTERS = 8;

  private Plates() {}

  /**
   * The original texts of the plates, at most {@code limit}. Takes time proportional to the length
   * of the text.
   */
  static Set<String> in(CharSequence text, int limit) {
    Set<String> plates = new LinkedHashSet<>();
    Matcher groups = GROUPS.matcher(text);
    while (plates.size() < limit && groups.find()) {
      if (isDutch(groups, text)) {
        plates.add(groups.group());
      }
    }
    addForeign(CLEARLY_FOREIGN, text, limit, plates);
    addForeign(FOREIGN, text, limit, plates);
    return plates;
  }

  /** The normalised plate: only letters and digits. */
  static String normalised(String plate) {
    return plate.replaceAll("[- –]", "").toUpperCase(Locale.ROOT);
  }

  private static boolean isDutch(Matcher groups, CharSequence text) {
    String series =
        shape(groups, 1).orElse("")
            + "-"
            + shape(groups, 4).orElse("")
            + "-"
            + shape(groups, 7).orElse("");
    if (!SERIES.contains(series) || !groups.group(3).equals(groups.group(6))) {
      return false;
    }
    boolean old = OLD_SERIES.contains(series);
    boolean vowels = groups.group().matches(".*[AEIOUaeiou].*");
    if (groups.group(3).equals("-") || groups.group(3).equals("–")) {
      return old || !vowels;
    }
    if (vowels) {
      return false;
    }
    boolean announced = isAnnounced(text, groups.start());
    boolean capitals = groups.group().equals(groups.group().toUpperCase(Locale.ROOT));
    return announced || (!old && (groups.group(3).isEmpty() || capitals));
  }

  /** Letters as A, digits as 9; a group of the pattern is either. */
  private static Optional<String> shape(Matcher groups, int group) {
    return groups.group(group) != null
        ? Optional.of("A".repeat(groups.group(group).length()))
        : Optional.of("9".repeat(groups.group(group + 1).length()));
  }

  private static void addForeign(
      Pattern pattern, CharSequence text, int limit, Set<String> plates) {
    Matcher matcher = pattern.matcher(text);
    while (plates.size() < limit && matcher.find()) {
      String plate = matcher.group();
      int length = normalised(plate).length();
      if (length >= MIN_CHARACTERS
          && length <= MAX_CHARACTERS
          && plate.matches(".*\\d.*")
          && plate.matches(".*[A-Z].*")
          && (pattern.equals(CLEARLY_FOREIGN) || isAnnounced(text, matcher.start()))
          && plates.stream().noneMatch(found -> normalised(found).equals(normalised(plate)))) {
        plates.add(plate);
      }
    }
  }

  private static boolean isAnnounced(CharSequence text, int start) {
    CharSequence before = text.subSequence(Math.max(0, start - ANNOUNCEMENT_CHARACTERS), start);
    return ANNOUNCEMENT.matcher(before).find();
  }
}
