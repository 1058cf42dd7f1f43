package nl.uitweg.desk.address;

import java.util.Optional;

/**
 * The parts of an address in a text, before its place is known.
 *
 * @param from its first token
 * @param to the token after its last one
 */
record AddressReading(
    int from,
    int to,
    Optional<StreetReader.Reading> street,
    Optional<Passage.Postcode> postcode,
    HouseNumber number) {}
