package nl.uitweg.desk.address;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values under which an address is stored, and those under which another spelling of it looks
 * for it. A value is the same for every report, so none of this may change once reports are
 * indexed. What is stored and what is looked up differ: "Hogeweg 12" finds "Hogeweg 12a", and
 * "Hogeweg 12b" does not.
 *
 * <p>One typing mistake is found as by a deletion neighbourhood: stored is the name of the street
 * without its first letter, without its second letter, and so on, each with the position.
 */
public final class AddressIndexes {

  /** Kind of the value of an address in one spelling. Part of the index, so it never changes. */
  public static final String EXACT = "address";

  /**
   * Kind of the values that are equal for other spellings, and for an address with parts left out.
   */
  public static final String SIMILAR = "address-similar";

  /** Kind of the values that are equal for names of streets which differ in one letter. */
  public static final String MISTAKE = "address-mistake";

  /** Shorter names differ from too many others in one letter. */
  private static final int MIN_LETTERS_WITH_MISTAKE = 5;

  /** One mistake in a name of at most this length is no more than possible. */
  private static final int MAX_LETTERS_OF_SHORT_NAME = 5;

  private static final int MAX_LETTERS = 30;

  /** Begins the values of a name without its first words. */
  private static final String TAIL = "…";

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private AddressIndexes() {}

  /**
   * A value with its kind.
   *
   * @param kind {@link #EXACT}, {@link #SIMILAR} or {@link #MISTAKE}
   */
  public record Index(String kind, String value) {

    /** Omits the value, because the result may be logged. */
    @Override
    public String toString() {
      return "Index of kind " + kind;
    }
  }

  /**
   * The values that only the same address in the same place has: one for the street and one for the
   * postcode, or fewer.
   */
  public static List<Index> exact(Address address) {
    List<Index> exact = new ArrayList<>();
    address
        .postcode()
        .ifPresent(postcode -> exact.add(index(EXACT, postcode, address.number().key())));
    address
        .street()
        .filter(street -> address.place().isKnown())
        .ifPresent(
            street ->
                exact.add(
                    index(EXACT, street.exact(), address.number().key(), address.place().key())));
    return exact;
  }

  /**
   * What is stored for an address apart from {@link #exact}.
   *
   * @param withMistakes whether to store what finds a typing mistake, about as many values as the
   *     street has letters, or twice as many
   */
  public static Set<Index> similar(Address address, boolean withMistakes) {
    Set<Index> stored = new LinkedHashSet<>();
    for (String number : address.number().stored()) {
      address.postcode().ifPresent(postcode -> stored.add(index(SIMILAR, postcode, number)));
      for (String place : address.place().stored()) {
        address
            .street()
            .ifPresent(
                street -> {
                  stored.add(index(SIMILAR, street.tolerant(), number, place));
                  street.tail().ifPresent(tail -> stored.add(tail(tail, number, place)));
                });
      }
    }
    if (withMistakes) {
      address
          .street()
          .ifPresent(
              street -> {
                addMistakes("", street.tolerant(), address, stored);
                street.tail().ifPresent(tail -> addMistakes(TAIL, tail, address, stored));
              });
    }
    return stored;
  }

  private static void addMistakes(String mark, String street, Address address, Set<Index> stored) {
    if (!mayHaveMistake(street)) {
      return;
    }
    List<String> places = address.place().stored();
    for (String place : places.subList(0, address.place().village().isPresent() ? 2 : 1)) {
      for (int i = 0; i < street.length(); i++) {
        stored.add(
            index(MISTAKE, mark + i + ":" + without(street, i), address.number().key(), place));
      }
    }
  }

  /**
   * What to look up to find an address, with how sure a match is; the surest where they overlap.
   */
  public static Map<Index, Certainty> lookups(Address address) {
    Map<Index, Certainty> lookups = new LinkedHashMap<>();
    exact(address).forEach(index -> add(lookups, index, Certainty.CERTAIN));
    address
        .number()
        .lookups()
        .forEach(
            (number, byNumber) -> {
              address
                  .postcode()
                  .ifPresent(postcode -> add(lookups, index(SIMILAR, postcode, number), byNumber));
              address
                  .place()
                  .lookups()
                  .forEach(
                      (place, byPlace) ->
                          address
                              .street()
                              .ifPresent(
                                  street ->
                                      addStreet(
                                          lookups, street, number, place, byNumber.and(byPlace))));
            });
    address
        .street()
        .ifPresent(
            street -> {
              addMistakes(lookups, "", street.tolerant(), address);
              addMistakes(lookups, TAIL, street.tolerant(), address);
              street.tail().ifPresent(tail -> addMistakes(lookups, "", tail, address));
            });
    return lookups;
  }

  private static void addStreet(
      Map<Index, Certainty> lookups,
      StreetName street,
      String number,
      String place,
      Certainty rest) {
    Certainty certainty = Certainty.PROBABLE.and(rest);
    add(lookups, index(SIMILAR, street.tolerant(), number, place), certainty);
    add(lookups, tail(street.tolerant(), number, place), certainty);
    street.tail().ifPresent(tail -> add(lookups, index(SIMILAR, tail, number, place), certainty));
  }

  private static void addMistakes(
      Map<Index, Certainty> lookups, String mark, String street, Address address) {
    if (!mayHaveMistake(street)) {
      return;
    }
    String number = address.number().key();
    address
        .place()
        .lookups()
        .forEach(
            (place, byPlace) -> {
              if (byPlace != Certainty.POSSIBLE) {
                for (int i = 0; i <= street.length(); i++) {
                  addMistakes(lookups, mark, street, i, number + " " + place, byPlace);
                }
              }
            });
  }

  /** Values of the names that differ from the street at this position. */
  private static void addMistakes(
      Map<Index, Certainty> lookups,
      String mark,
      String street,
      int i,
      String where,
      Certainty byPlace) {
    boolean unsure = i == 0 || street.length() <= MAX_LETTERS_OF_SHORT_NAME;
    Certainty certainty = (unsure ? Certainty.POSSIBLE : Certainty.PROBABLE).and(byPlace);
    add(lookups, index(MISTAKE, mark + i + ":" + street, where), certainty);
    if (i == street.length()) {
      return;
    }
    add(lookups, index(MISTAKE, mark + i + ":" + without(street, i), where), certainty);
    add(lookups, index(SIMILAR, mark + without(street, i), where), certainty);
    if (i + 1 < street.length()) {
      String swapped =
          street.substring(0, i)
              + street.charAt(i + 1)
              + street.charAt(i)
              + street.substring(i + 2);
      add(lookups, index(SIMILAR, mark + swapped, where), certainty);
    }
  }

  private static boolean mayHaveMistake(String street) {
    return street.length() >= MIN_LETTERS_WITH_MISTAKE
        && street.length() <= MAX_LETTERS
        && street.chars().anyMatch(c -> LETTERS.indexOf(c) >= 0);
  }

  private static String without(String street, int position) {
    return street.substring(0, position) + street.substring(position + 1);
  }

  private static Index tail(String tail, String number, String place) {
    return index(SIMILAR, TAIL + tail, number, place);
  }

  private static Index index(String kind, String... parts) {
    return new Index(kind, String.join(" ", parts));
  }

  private static void add(Map<Index, Certainty> lookups, Index index, Certainty certainty) {
    lookups.merge(index, certainty, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }
}
