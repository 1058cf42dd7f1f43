package nl.uitweg.desk.lookalike;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Measures the similarity of two texts: the Jaccard index of their shingles of five characters
 * (Broder 1997, "On the resemblance and containment of documents"). It works for every script, and
 * small changes to a text have little effect.
 */
final class TextSimilarity {

  /** Texts with at least this Jaccard index count as similar. */
  static final double SIMILARITY_THRESHOLD = 0.4;

  private static final int SHINGLE_LENGTH = 5;

  private final Set<Integer> shingles;

  private TextSimilarity(Set<Integer> shingles) {
    this.shingles = shingles;
  }

  static TextSimilarity of(String text) {
    String normalised =
        text.toLowerCase(Locale.ROOT).replaceAll("[\\p{Z}\\p{C}\\p{P}\\d]+", " ").strip();
    Set<Integer> shingles = new HashSet<>();
    for (int i = 0; i + SHINGLE_LENGTH <= normalised.length(); i++) {
      shingles.add(normalised.substring(i, i + SHINGLE_LENGTH).hashCode());
    }
    if (shingles.isEmpty()) {
      shingles.add(normalised.hashCode());
    }
    return new TextSimilarity(shingles);
  }

  /** The Jaccard index: from 0 (nothing in common) to 1 (the same shingles). */
  double indexWith(TextSimilarity other) {
    long shared = shingles.stream().filter(other.shingles::contains).count();
    return (double) shared / (shingles.size() + other.shingles.size() - shared);
  }

  boolean isSimilarTo(TextSimilarity other) {
    return indexWith(other) >= SIMILARITY_THRESHOLD;
  }
}
