package nl.uitweg.desk.related;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.uitweg.desk.address.Address;
import nl.uitweg.desk.address.AddressIndexes;
import nl.uitweg.desk.address.AddressIndexes.Index;
import nl.uitweg.desk.address.Certainty;

/**
 * A trace with everything by which another report with it is found.
 *
 * @param original the text that the desk shows: as it was written
 * @param exact stored, and the same in every report that certainly has the trace
 * @param similar also stored, for other spellings of an address
 * @param lookups what other reports may have stored, with how sure a match is
 */
record FoundTrace(
    Trace.Kind kind,
    String original,
    List<Index> exact,
    Set<Index> similar,
    Map<Index, Certainty> lookups) {

  static FoundTrace of(Trace trace) {
    Index index = new Index(trace.kind().key(), trace.value());
    return new FoundTrace(
        trace.kind(), trace.original(), List.of(index), Set.of(), Map.of(index, Certainty.CERTAIN));
  }

  static FoundTrace of(Address address) {
    return new FoundTrace(
        Trace.Kind.ADDRESS,
        address.original(),
        AddressIndexes.exact(address),
        AddressIndexes.similar(address, true),
        new LinkedHashMap<>(AddressIndexes.lookups(address)));
  }

  /** The trace by each of its exact indexes. */
  Collection<Trace> traces() {
    return exact.stream().map(index -> new Trace(kind, index.value(), original)).toList();
  }

  /** Whether a report with the other trace certainly or probably has this one. */
  boolean isLike(FoundTrace other) {
    return lookups.entrySet().stream()
        .filter(lookup -> lookup.getValue() != Certainty.POSSIBLE)
        .map(Map.Entry::getKey)
        .anyMatch(index -> other.exact.contains(index) || other.similar.contains(index));
  }

  /** Last part of the key of the text that says how sure it is that reports share the trace. */
  String textKey(Certainty certainty) {
    return certainty == Certainty.CERTAIN
        ? kind.key()
        : kind.key() + "-" + certainty.name().toLowerCase(Locale.ROOT);
  }

  /** Omits the text, because the result may be logged. */
  @Override
  public String toString() {
    return "FoundTrace of kind " + kind.key();
  }
}
