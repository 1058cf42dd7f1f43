package nl.uitweg.desk.address;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.region.Region;

/**
 * Compares every two texts of a set of invented spellings as the desk compares reports: by what is
 * stored for the one and looked up for the other. Run by {@link MatchingTest} and by {@code
 * bin/bench matching}.
 */
public final class MatchingEvaluation {

  /** The two halves of the set: looked at while the rules were made, and not. */
  public static final List<String> HALVES = List.of("held-back", "tuning");

  private static final Path SPELLINGS = Path.of("src/test/resources/matching");
  private static final int MAX_ADDRESSES = 10;

  private final List<Spelling> spellings;
  private final EnumMap<Certainty, Integer> right = new EnumMap<>(Certainty.class);
  private final EnumMap<Certainty, Integer> wrong = new EnumMap<>(Certainty.class);
  private final List<String> mistakes = new ArrayList<>();
  private int pairs;

  /** One text of the set; {@code address} begins with n when it has no address. */
  private record Spelling(
      String address, String text, List<Address> found, Set<AddressIndexes.Index> stored) {

    boolean isSame(Spelling other) {
      return address.equals(other.address) && !address.startsWith("n");
    }
  }

  private MatchingEvaluation(List<Spelling> spellings) {
    this.spellings = spellings;
    for (Certainty certainty : Certainty.values()) {
      right.put(certainty, 0);
      wrong.put(certainty, 0);
    }
    for (int i = 0; i < spellings.size(); i++) {
      if (isMistaken(spellings.get(i))) {
        mistakes.add("address where there is none: " + describe(spellings.get(i)));
      }
      for (int j = i + 1; j < spellings.size(); j++) {
        compare(spellings.get(i), spellings.get(j));
      }
    }
  }

  /** Evaluates one of the {@link #HALVES}. */
  public static MatchingEvaluation of(String half) throws IOException {
    AddressFinder finder = new AddressFinder(Region.read(Path.of("content/region")));
    List<Spelling> spellings = new ArrayList<>();
    for (String line : Files.readAllLines(SPELLINGS.resolve("spellings-" + half + ".tsv"))) {
      String[] cells = line.split("\t", -1);
      if (!cells[0].equals("address")) {
        List<Address> found =
            finder.find(
                List.of(new AddressFinder.Text(cells[4], cells[2].equals("place"))),
                cells[1],
                MAX_ADDRESSES);
        Set<AddressIndexes.Index> stored = new HashSet<>();
        found.forEach(address -> stored.addAll(AddressIndexes.exact(address)));
        found.forEach(address -> stored.addAll(AddressIndexes.similar(address, true)));
        spellings.add(new Spelling(cells[0], cells[4], found, stored));
      }
    }
    return new MatchingEvaluation(spellings);
  }

  private void compare(Spelling one, Spelling other) {
    Optional<Certainty> certainty = match(one, other);
    if (!certainty.equals(match(other, one))) {
      mistakes.add("not symmetric: " + one.text() + " | " + other.text());
    }
    boolean same = one.isSame(other);
    pairs += same ? 1 : 0;
    certainty.ifPresent(found -> (same ? right : wrong).merge(found, 1, Integer::sum));
    if (same != certainty.isPresent()) {
      mistakes.add(
          (same ? "missed " : "false " + certainty.get() + " ")
              + one.address()
              + " "
              + other.address()
              + "\n   "
              + describe(one)
              + "\n   "
              + describe(other));
    }
  }

  private static String describe(Spelling spelling) {
    return spelling.text()
        + " => "
        + spelling.found().stream()
            .map(
                address ->
                    address.street().map(StreetName::tolerant).orElse("")
                        + "|"
                        + address.postcode().orElse("")
                        + "|"
                        + address.number().key()
                        + "|"
                        + address.place().key())
            .toList();
  }

  private static Optional<Certainty> match(Spelling from, Spelling to) {
    Optional<Certainty> best = Optional.empty();
    for (Address address : from.found()) {
      for (Map.Entry<AddressIndexes.Index, Certainty> lookup :
          AddressIndexes.lookups(address).entrySet()) {
        Certainty certainty = lookup.getValue();
        if (to.stored().contains(lookup.getKey())
            && (best.isEmpty() || certainty.compareTo(best.get()) < 0)) {
          best = Optional.of(certainty);
        }
      }
    }
    return best;
  }

  /** Pairs of spellings of one address. */
  public int pairs() {
    return pairs;
  }

  /** Pairs of one address that are linked with at least this certainty. */
  public int found(Certainty least) {
    return upTo(right, least);
  }

  /** Linked pairs that are not of one address. */
  public int falseLinks(Certainty least) {
    return upTo(wrong, least);
  }

  private static int upTo(Map<Certainty, Integer> counts, Certainty least) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().compareTo(least) <= 0)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** Texts in which an address was found although they have none. */
  public long mistaken() {
    return spellings.stream().filter(MatchingEvaluation::isMistaken).count();
  }

  private static boolean isMistaken(Spelling spelling) {
    return spelling.address().startsWith("n") && !spelling.found().isEmpty();
  }

  /** One row of the table for each certainty. */
  public String rows(String half) {
    StringBuilder rows = new StringBuilder();
    for (Certainty least : Certainty.values()) {
      int links = found(least) + falseLinks(least);
      rows.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %d of %d | %.1f %% | %d of %d | %.1f %% |%n",
              half,
              least == Certainty.CERTAIN
                  ? "certain"
                  : "at least " + least.name().toLowerCase(Locale.ROOT),
              found(least),
              pairs,
              100.0 * found(least) / Math.max(1, pairs),
              falseLinks(least),
              links,
              100.0 * falseLinks(least) / Math.max(1, links)));
    }
    return rows.toString();
  }

  /** The mistakes, with the texts; to be looked at for the half that was tuned on only. */
  List<String> mistakes() {
    return List.copyOf(mistakes);
  }
}
