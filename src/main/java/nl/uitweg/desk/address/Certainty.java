package nl.uitweg.desk.address;

import java.util.stream.Stream;

/** How sure it is that two texts mean the same thing; the surest first. */
public enum Certainty {
  /** Nothing differs but capitals, spaces, accents and abbreviations. */
  CERTAIN(0),
  /** The street is spelled differently, or one of the texts does not name the village. */
  PROBABLE(1),
  /** The place or the addition to the number is missing, or a short name differs in a letter. */
  POSSIBLE(2);

  private final int rank;

  Certainty(int rank) {
    this.rank = rank;
  }

  /** Position by which matches are sorted: 0 for the surest. */
  public int rank() {
    return rank;
  }

  /**
   * @throws IllegalArgumentException when there is no such rank
   */
  public static Certainty ofRank(int rank) {
    return Stream.of(values())
        .filter(certainty -> certainty.rank == rank)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No certainty has rank " + rank));
  }

  /** The less sure of the two: a chain of comparisons is as sure as its weakest. */
  Certainty and(Certainty other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
