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

/** Sound images that were cut off or in which bytes were changed; the same in every run. */
final class Malformed {

  private static final int CUTS = 16;
  private static final int CHANGES = 24;

  private Malformed() {}

  static List<byte[]> all() throws IOException {
    List<byte[]> all = new ArrayList<>();
    Random random = new Random(13);
    for (byte[] sample : sound().values()) {
      for (int cut = 0; cut < CUTS; cut++) {
        all.add(Arrays.copyOf(sample, sample.length * cut / CUTS));
      }
      for (int change = 0; change < CHANGES; change++) {
        all.add(changed(sample, 1 + change % 4, random));
      }
    }
    return all;
  }

  static Map<String, byte[]> sound() throws IOException {
    Map<String, byte[]> sound = new LinkedHashMap<>(SampleImages.all());
    sound.put("webp", SampleImages.webp());
    sound.put("jpeg with metadata", Photos.jpeg(40, 8, "words"));
    sound.put("png with metadata", Photos.png(40, 8, "words"));
    return sound;
  }

  private static byte[] changed(byte[] sample, int places, Random random) {
    byte[] changed = sample.clone();
    for (int i = 0; i < places; i++) {
      // Mostly in the header, where a byte decides most.
      int within = random.nextBoolean() ? Math.min(64, changed.length) : changed.length;
      changed[random.nextInt(within)] = (byte) random.nextInt(256);
    }
    return changed;
  }
}
