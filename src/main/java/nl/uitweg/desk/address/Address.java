package nl.uitweg.desk.address;

import java.util.Optional;

/**
 * An address in a text: with a street, a postcode, or both.
 *
 * @param original the address as it was written
 */
public record Address(
    Optional<StreetName> street,
    Optional<String> postcode,
    HouseNumber number,
    Place place,
    String original) {

  /** Same street and number; the place may be more or less exact. */
  String key() {
    return street.map(StreetName::tolerant).or(() -> postcode).orElse("") + " " + number.key();
  }

  /** Omits the address, because the result may be logged. */
  @Override
  public String toString() {
    return "Address";
  }
}
