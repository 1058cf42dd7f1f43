package nl.uitweg.desk.guide;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Makes the screenshot of a screen smaller: keeps its most frequent colours, at most 256, which is
 * a PNG with one byte for each pixel.
 */
final class PalettePng {

  private static final int MAX_COLOURS = 256;
  private static final int BITS = 8;
  private static final int SMALLEST_FILE = 0;

  private PalettePng() {}

  static byte[] of(byte[] screenshot) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(screenshot));
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    int[] colours = mostFrequent(pixels);
    BufferedImage reduced =
        new BufferedImage(
            width,
            image.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(BITS, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE));
    Map<Integer, Integer> positions = new HashMap<>();
    for (int i = 0; i < pixels.length; i++) {
      int position = positions.computeIfAbsent(pixels[i], pixel -> nearest(pixel, colours));
      reduced.getRaster().setSample(i % width, i / width, 0, position);
    }
    return write(reduced);
  }

  private static int[] mostFrequent(int[] pixels) {
    Map<Integer, Long> counts =
        Arrays.stream(pixels)
            .boxed()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MAX_COLOURS)
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }

  /** The position of the colour that is nearest to the pixel. */
  private static int nearest(int pixel, int[] colours) {
    return IntStream.range(0, colours.length)
        .boxed()
        .min(Comparator.comparingInt(position -> distance(pixel, colours[position])))
        .orElseThrow();
  }

  private static int distance(int one, int other) {
    return IntStream.of(0, 8, 16)
        .map(shift -> ((one >> shift) & 0xff) - ((other >> shift) & 0xff))
        .map(difference -> difference * difference)
        .sum();
  }

  private static byte[] write(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(SMALLEST_FILE);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
