package nl.uitweg.desk.address;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an address is.
 *
 * @param municipality id of a municipality of the region; empty when unknown or outside the region
 * @param village folded name of a village or town; empty when the text does not name it and the
 *     municipality has several
 */
record Place(Optional<String> municipality, Optional<String> village) {

  static final Place UNKNOWN = new Place(Optional.empty(), Optional.empty());

  private static final String NOT_KNOWN = "-";
  private static final String ANY = "*";

  boolean isKnown() {
    return municipality.isPresent() || village.isPresent();
  }

  /** The place as part of an index: the same for every address in it. */
  String key() {
    String inMunicipality = municipality.orElse("");
    return village.map(name -> inMunicipality + "/" + name).orElse(inMunicipality);
  }

  /** What an address here is stored under. */
  List<String> stored() {
    if (!isKnown()) {
      return List.of(NOT_KNOWN);
    }
    return village.isPresent() && municipality.isPresent()
        ? List.of(key(), inMunicipality(), ANY)
        : List.of(key(), ANY);
  }

  /** What an address here is looked up under. */
  Map<String, Certainty> lookups() {
    Map<String, Certainty> lookups = new LinkedHashMap<>();
    if (!isKnown()) {
      lookups.put(ANY, Certainty.POSSIBLE);
    } else {
      lookups.put(key(), Certainty.CERTAIN);
      municipality.ifPresent(
          id -> lookups.put(village.isPresent() ? id : inMunicipality(), Certainty.PROBABLE));
    }
    lookups.put(NOT_KNOWN, Certainty.POSSIBLE);
    return lookups;
  }

  /** Key of every address in a village of the municipality that its text names. */
  private String inMunicipality() {
    return municipality.orElse("") + "/+";
  }
}
