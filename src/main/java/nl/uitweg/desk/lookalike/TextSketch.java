package nl.uitweg.desk.lookalike;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * A sketch of a text for measuring how similar two texts are: the Jaccard index of their shingles
 * of five characters, estimated from the shingles with the lowest hash values (Broder 1997, "On the
 * resemblance and containment of documents"). It works for every script, and small changes to a
 * text have little effect. Time and memory per text are limited, whatever its length.
 */
final class TextSketch {

  /** Texts with at least this Jaccard index count as similar. */
  static final double SIMILARITY_THRESHOLD = 0.4;

  /** Only the beginning of a text is compared. */
  private static final int MAX_CHARACTERS = 2_000;

  private static final int SHINGLE_LENGTH = 5;

  /**
   * Number of shingles that are kept. The index of two texts that together have no more shingles is
   * exact; that of longer texts has a standard error of 0.04 at the threshold.
   */
  private static final int SKETCH_SIZE = 128;

  /** Random, so that nobody can predict which shingles of a text are kept. */
  private static final int SEED = ThreadLocalRandom.current().nextInt();

  /** The lowest hash values, in ascending order, each once. */
  private final int[] hashes;

  private TextSketch(int[] hashes) {
    this.hashes = hashes;
  }

  static TextSketch of(String text) {
    String beginning = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
    String normalised =
        beginning.toLowerCase(Locale.ROOT).replaceAll("[\\p{Z}\\p{C}\\p{P}\\d]+", " ").strip();
    if (normalised.isEmpty()) {
      return new TextSketch(new int[0]); // no letters: similar to nothing
    }
    int shingles = normalised.length() - SHINGLE_LENGTH + 1;
    if (shingles < 1) {
      return new TextSketch(new int[] {hash(normalised)});
    }
    return new TextSketch(
        IntStream.range(0, shingles)
            .map(start -> hash(normalised.substring(start, start + SHINGLE_LENGTH)))
            .sorted()
            .distinct()
            .limit(SKETCH_SIZE)
            .toArray());
  }

  /** The finaliser of MurmurHash3 over the hash code of the string and the seed. */
  private static int hash(String shingle) {
    int hash = shingle.hashCode() ^ SEED;
    hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
    return hash ^ (hash >>> 16);
  }

  /** The estimated Jaccard index: from 0 (nothing in common) to 1 (the same shingles). */
  double jaccardIndex(TextSketch other) {
    int shared = 0;
    int union = 0;
    int i = 0;
    int j = 0;
    while (union < SKETCH_SIZE && (i < hashes.length || j < other.hashes.length)) {
      boolean inThis =
          j == other.hashes.length || (i < hashes.length && hashes[i] <= other.hashes[j]);
      boolean inOther =
          i == hashes.length || (j < other.hashes.length && other.hashes[j] <= hashes[i]);
      shared += inThis && inOther ? 1 : 0;
      i += inThis ? 1 : 0;
      j += inOther ? 1 : 0;
      union++;
    }
    return union == 0 ? 0 : (double) shared / union;
  }

  boolean isSimilarTo(TextSketch other) {
    return jaccardIndex(other) >= SIMILARITY_THRESHOLD;
  }

  /** Whether both texts have letters, and the same shingles are kept of them. */
  boolean hasSameShingles(TextSketch other) {
    return hashes.length > 0 && Arrays.equals(hashes, other.hashes);
  }
}
