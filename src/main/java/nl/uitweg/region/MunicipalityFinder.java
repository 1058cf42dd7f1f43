package nl.uitweg.region;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.uitweg.region.Region.Municipality;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds municipalities of the region by what a visitor typed: a postcode, or the name of a village,
 * town or municipality. Names are compared without case, accents, apostrophes and hyphens, by the
 * beginnings of their words, and with one typing mistake.
 */
@Singleton
public final class MunicipalityFinder {

  /** Dutch postcode: four digits, the first not 0, and usually two letters. */
  private static final Pattern POSTCODE =
      Pattern.compile("(?<![a-z0-9])([1-9][0-9]{3})[\\s-]*[a-z]{0,2}(?![a-z0-9])");

  private static final Pattern APOSTROPHES = Pattern.compile("['`´‘’ʹ]");
  private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");

  /** Words that say what a place is, not which. */
  private static final List<String> KIND_OF_PLACE = List.of("gemeente", "gem");

  private static final int MIN_LETTERS = 2;

  /** Shorter words differ from too many others by one letter. */
  private static final int MIN_LETTERS_WITH_MISTAKE = 5;

  private static final LevenshteinDistance ONE_MISTAKE = new LevenshteinDistance(1);
  private static final Normalizer2 CASE_FOLDING = Normalizer2.getNFKCCasefoldInstance();
  private static final Transliterator LATIN =
      Transliterator.getInstance("Cyrillic-Latin; Latin-ASCII; Lower");

  private final Region region;
  private final List<Name> names;

  public MunicipalityFinder(Region region) {
    this.region = region;
    this.names = region.municipalities().stream().flatMap(MunicipalityFinder::names).toList();
  }

  /**
   * What was found.
   *
   * @param municipalities the best matches, in the order of the region; empty when there are none
   * @param postcodeOutside whether a postcode was typed that belongs to no municipality of the
   *     region; never when the postcodes of a municipality are unknown
   */
  public record Result(List<Municipality> municipalities, boolean postcodeOutside) {}

  public Result find(String typed) {
    String folded = fold(typed);
    Matcher postcode = POSTCODE.matcher(folded);
    if (!postcode.find()) {
      return new Result(byName(words(folded)), false);
    }
    int number = Integer.parseInt(postcode.group(1));
    List<Municipality> byPostcode =
        region.municipalities().stream()
            .filter(municipality -> hasPostcode(municipality, number))
            .toList();
    List<Municipality> byName = byName(words(POSTCODE.matcher(folded).replaceAll(" ")));
    if (byPostcode.isEmpty()) {
      boolean known = region.municipalities().stream().noneMatch(m -> m.postcodes().isEmpty());
      return new Result(byName, byName.isEmpty() && known);
    }
    List<Municipality> both = byPostcode.stream().filter(byName::contains).toList();
    return new Result(both.isEmpty() ? byPostcode : both, false);
  }

  private static boolean hasPostcode(Municipality municipality, int number) {
    return municipality.postcodes().stream()
        .map(range -> range.split("-", 2))
        .anyMatch(
            range ->
                Integer.parseInt(range[0].strip()) <= number
                    && number <= Integer.parseInt(range[range.length - 1].strip()));
  }

  /**
   * The municipalities with an equal name; otherwise those whose names begin with the words;
   * otherwise those whose names do so with one typing mistake in a word.
   */
  private List<Municipality> byName(List<String> words) {
    String compact = String.join("", words);
    if (compact.length() < MIN_LETTERS) {
      return List.of();
    }
    Stream<Predicate<Name>> tests =
        Stream.of(
            name -> name.compact().equals(compact),
            name -> name.compact().startsWith(compact) || words.stream().allMatch(name::begins),
            name ->
                similar(name.compact(), compact)
                    || words.stream().allMatch(word -> name.begins(word) || name.resembles(word)));
    return tests
        .map(test -> names.stream().filter(test).map(Name::municipality).distinct().toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static boolean similar(String word, String typed) {
    return word.length() >= MIN_LETTERS_WITH_MISTAKE && ONE_MISTAKE.apply(word, typed) >= 0;
  }

  /**
   * A name by which a municipality can be found.
   *
   * @param compact the name without spaces
   * @param words words of the name and of its municipality, because people type both
   */
  private record Name(Municipality municipality, String compact, List<String> words) {

    boolean begins(String typed) {
      return words.stream().anyMatch(word -> word.startsWith(typed));
    }

    boolean resembles(String typed) {
      return words.stream().anyMatch(word -> similar(word, typed));
    }
  }

  private static Stream<Name> names(Municipality municipality) {
    List<String> ofMunicipality = words(fold(municipality.name()));
    return Stream.concat(Stream.of(municipality.name()), municipality.places().stream())
        .distinct()
        .map(
            place -> {
              List<String> ofPlace = words(fold(place));
              List<String> all = new ArrayList<>(ofPlace);
              all.addAll(ofMunicipality);
              return new Name(municipality, String.join("", ofPlace), List.copyOf(all));
            });
  }

  /** Small letters without accents and digits 0 to 9, whatever the script of the digits. */
  private static String fold(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    CASE_FOLDING
        .normalize(text)
        .codePoints()
        .map(c -> UCharacter.isDigit(c) ? '0' + UCharacter.digit(c, 10) : c)
        .forEach(digits::appendCodePoint);
    return LATIN.transliterate(digits.toString());
  }

  private static List<String> words(String folded) {
    return SEPARATORS
        .splitAsStream(APOSTROPHES.matcher(folded).replaceAll(""))
        .filter(word -> !word.isEmpty() && !KIND_OF_PLACE.contains(word))
        .toList();
  }
}
