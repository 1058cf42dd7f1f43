package nl.uitweg.report.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.SampleImages;

/**
 * Well-formed images that were truncated or in which bytes were altered. The seed of the random
 * generator is fixed.
 */
final class MalformedImages {

  private static final int CUTS = 16;
  private static final int CHANGES = 24;

  private MalformedImages() {}

  static List<byte[]> all() throws IOException {
    List<byte[]> all = new ArrayList<>();
    Random random = new Random(13);
    for (byte[] sample : wellFormed().values()) {
      for (int cut = 0; cut < CUTS; cut++) {
        all.add(Arrays.copyOf(sample, sample.length * cut / CUTS));
      }
      for (int change = 0; change < CHANGES; change++) {
        all.add(altered(sample, 1 + change % 4, random));
      }
    }
    return all;
  }

  static Map<String, byte[]> wellFormed() throws IOException {
    Map<String, byte[]> wellFormed = new LinkedHashMap<>(SampleImages.allExceptWebp());
    wellFormed.put("webp", SampleImages.webp());
    wellFormed.put("jpeg with metadata", Photos.jpeg(40, 8, "words"));
    wellFormed.put("png with metadata", Photos.png(40, 8, "words"));
    return wellFormed;
  }

  private static byte[] altered(byte[] sample, int places, Random random) {
    byte[] altered = sample.clone();
    for (int i = 0; i < places; i++) {
      // Half of the changes are in the header, where a byte has most effect.
      int bound = random.nextBoolean() ? Math.min(64, altered.length) : altered.length;
      altered[random.nextInt(bound)] = (byte) random.nextInt(256);
    }
    return altered;
  }
}
