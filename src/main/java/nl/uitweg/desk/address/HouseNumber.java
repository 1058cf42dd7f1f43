package nl.uitweg.desk.address;

import java.util.List;
import java.util.Map;

/**
 * A house number.
 *
 * @param addition letter, number or word after it, normalised; empty when there is none
 */
record HouseNumber(int number, String addition) {

  String key() {
    return number + addition;
  }

  /** What an address with this number is stored under. */
  List<String> stored() {
    return addition.isEmpty() ? List.of(key()) : List.of(key(), withSomeAddition());
  }

  /** What it is looked up under: without the addition too, never with another one. */
  Map<String, Certainty> lookups() {
    return Map.of(
        key(),
        Certainty.CERTAIN,
        addition.isEmpty() ? withSomeAddition() : Integer.toString(number),
        Certainty.POSSIBLE);
  }

  private String withSomeAddition() {
    return number + "+";
  }
}
