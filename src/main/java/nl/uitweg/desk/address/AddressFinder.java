package nl.uitweg.desk.address;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.region.Region;

/**
 * Finds addresses in the texts of a report. Looks at every number and at the few words around it,
 * so it takes time proportional to the length of the texts.
 */
public final class AddressFinder {

  /** Number of tokens around a number in which its street, place and postcode are looked for. */
  private static final int MAX_DISTANCE = 7;

  private final Places places;

  public AddressFinder(Region region) {
    this.places = new Places(region);
  }

  /**
   * A text of a report.
   *
   * @param where whether it answers the question where it happens; it is then read more generously
   */
  public record Text(String text, boolean where) {

    /** Omits the text, because the result may be logged. */
    @Override
    public String toString() {
      return "Text";
    }
  }

  /**
   * The addresses in these texts, without duplicates.
   *
   * @param texts in normalised form, with digits 0 to 9
   * @param municipality id of the municipality that the reporter chose; another value when none
   * @param limit maximum number of addresses
   */
  public List<Address> find(List<Text> texts, String municipality, int limit) {
    List<Passage> passages =
        texts.stream().map(text -> Passage.of(text.text(), text.where(), places)).toList();
    Place chosen = places.ofMunicipality(municipality);
    Place fallback = fallback(passages, chosen);
    Map<String, Address> addresses = new LinkedHashMap<>();
    for (Passage passage : passages) {
      List<AddressReading> readings = new AddressReader(passage).read(limit);
      for (AddressReading reading : readings) {
        if (addresses.size() < limit) {
          Address address = address(passage, reading, fallback, chosen);
          addresses.merge(address.key(), address, AddressFinder::moreExact);
        }
      }
    }
    return List.copyOf(addresses.values());
  }

  /** The place that the texts name if it is only one, otherwise the chosen municipality. */
  private static Place fallback(List<Passage> passages, Place chosen) {
    for (boolean where : new boolean[] {true, false}) {
      List<Place> named =
          passages.stream()
              .filter(passage -> passage.where() == where)
              .flatMap(passage -> passage.mentions().stream())
              .map(Places.Mention::place)
              .distinct()
              .toList();
      if (named.size() == 1 && (!chosen.isKnown() || isIn(named.get(0), chosen))) {
        return named.get(0);
      }
    }
    return chosen;
  }

  private static boolean isIn(Place place, Place municipality) {
    return place.municipality().equals(municipality.municipality());
  }

  private Address address(Passage passage, AddressReading reading, Place fallback, Place chosen) {
    Optional<String> postcode = reading.postcode().map(Passage.Postcode::value);
    Place byPostcode = postcode.map(places::ofPostcode).orElse(Place.UNKNOWN);
    Place place =
        near(passage, reading)
            .orElseGet(
                () ->
                    byPostcode.isKnown() && !isIn(fallback, byPostcode)
                        ? byPostcode
                        : fallback.isKnown() ? fallback : chosen);
    return new Address(
        reading.street().map(StreetReader.Reading::name),
        postcode,
        reading.number(),
        place,
        passage.original(reading.from(), reading.to()));
  }

  /** The place that is named nearest to the address; of two equally near, the one after it. */
  private static Optional<Place> near(Passage passage, AddressReading reading) {
    Optional<Place> nearest = Optional.empty();
    int least = MAX_DISTANCE;
    for (Places.Mention mention : passage.mentions()) {
      boolean after = mention.from() >= reading.to();
      int distance = after ? mention.from() - reading.to() : reading.from() - mention.to() + 1;
      if (distance < least) {
        least = Math.max(distance, 0);
        nearest = Optional.of(mention.place());
      }
    }
    return nearest;
  }

  private static Address moreExact(Address one, Address other) {
    Place place = one.place().village().isPresent() ? one.place() : other.place();
    Optional<String> postcode = one.postcode().or(other::postcode);
    return new Address(one.street(), postcode, one.number(), place, one.original());
  }
}
