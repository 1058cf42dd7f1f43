package nl.uitweg.desk.address;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.platform.i18n.Folding;
import nl.uitweg.region.Region;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the villages and towns of the region, and large towns outside it, in a text. */
final class Places {

  /** Towns that are named often in reports and may have a street of the same name. */
  private static final String OUTSIDE =
      """
      haarlem amsterdam rotterdam utrecht hoofddorp velsen ijmuiden beverwijk hillegom lisse leiden
      noordwijk haarlemmerliede spaarndam santpoort zaandam almere schiphol alkmaar amstelveen
      aalsmeer purmerend hilversum amersfoort arnhem nijmegen eindhoven tilburg breda groningen
      zwolle enschede maastricht zoetermeer delft dordrecht
      """;

  private static final LevenshteinDistance ONE_MISTAKE = new LevenshteinDistance(1);

  /** Shorter names differ from too many other words by one letter. */
  private static final int MIN_LETTERS_WITH_MISTAKE = 7;

  private final Region region;
  private final Map<List<String>, Place> names = new LinkedHashMap<>();

  Places(Region region) {
    this.region = region;
    Vocabulary.words(OUTSIDE)
        .forEach(town -> names.put(List.of(town), new Place(Optional.empty(), Optional.of(town))));
    for (Region.Municipality municipality : region.municipalities()) {
      for (String name : municipality.places()) {
        List<String> words =
            Token.of(Folding.fold(name)).stream().filter(Token::isWord).map(Token::text).toList();
        names.put(
            words, new Place(Optional.of(municipality.id()), Optional.of(String.join("", words))));
      }
    }
  }

  /**
   * A place named in a text.
   *
   * @param from its first token
   * @param to the token after its last one
   */
  record Mention(int from, int to, Place place) {}

  List<Mention> mentions(List<Token> tokens) {
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Optional<Mention> mention = tokens.get(i).isWord() ? at(tokens, i) : Optional.empty();
      if (mention.isPresent()) {
        mentions.add(mention.get());
        i = mention.get().to() - 1;
      }
    }
    return mentions;
  }

  private Optional<Mention> at(List<Token> tokens, int from) {
    for (var name : names.entrySet()) {
      int to = endOf(name.getKey(), tokens, from);
      if (to > from) {
        return Optional.of(new Mention(from, to, name.getValue()));
      }
    }
    return Optional.empty();
  }

  /** The token after this name, which begins at a token; {@code from} when it is another word. */
  private static int endOf(List<String> name, List<Token> tokens, int from) {
    int to = from;
    for (String word : name) {
      if (to > from && to < tokens.size() && tokens.get(to).isSign("-")) {
        to++;
      }
      if (to >= tokens.size() || !isLike(word, tokens.get(to).text(), name.size() == 1)) {
        return from;
      }
      to++;
    }
    return to;
  }

  private static boolean isLike(String name, String word, boolean mayHaveMistake) {
    return word.equals(name)
        || (mayHaveMistake
            && name.length() >= MIN_LETTERS_WITH_MISTAKE
            && word.charAt(0) == name.charAt(0)
            && ONE_MISTAKE.apply(name, word) >= 0);
  }

  /** The municipality that a report chose; its village too when it has only one. */
  Place ofMunicipality(String id) {
    return region
        .byId(id)
        .map(
            municipality ->
                new Place(
                    Optional.of(id),
                    municipality.places().size() == 1
                        ? Optional.of(
                            Folding.fold(municipality.places().get(0)).replaceAll("[^\\p{L}]", ""))
                        : Optional.empty()))
        .orElse(Place.UNKNOWN);
  }

  /** The municipality with this postcode; unknown when there is none, or more than one. */
  Place ofPostcode(String postcode) {
    int digits = Integer.parseInt(postcode.substring(0, 4));
    List<Region.Municipality> found =
        region.municipalities().stream()
            .filter(
                municipality ->
                    municipality.postcodes().stream().anyMatch(range -> contains(range, digits)))
            .toList();
    return found.size() == 1 ? ofMunicipality(found.get(0).id()) : Place.UNKNOWN;
  }

  private static boolean contains(String range, int digits) {
    int dash = range.indexOf('-');
    String first = dash < 0 ? range : range.substring(0, dash);
    String last = range.substring(dash + 1);
    return Integer.parseInt(first.strip()) <= digits && digits <= Integer.parseInt(last.strip());
  }
}
