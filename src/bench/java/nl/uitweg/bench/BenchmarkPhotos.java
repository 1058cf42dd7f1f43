package nl.uitweg.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Images as phones make them: gradients with the noise of a sensor, and a screenshot. */
final class BenchmarkPhotos {

  private BenchmarkPhotos() {}

  /** The images by description; the first is the reference. */
  static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    BufferedImage photo = photo(4_000, 3_000);
    all.put("photo of 12 megapixels", encode(photo, "jpeg", 0.9f, false));
    all.put("progressive photo of 12 megapixels", encode(photo, "jpeg", 0.85f, true));
    all.put("photo of 48 megapixels", encode(photo(8_000, 6_000), "jpeg", 0.8f, false));
    all.put("screenshot of a phone, PNG", encode(screenshot(1_440, 3_200), "png", 0, false));
    all.put("screenshot of a screen, PNG", encode(screenshot(3_840, 2_160), "png", 0, false));
    return all;
  }

  private static BufferedImage photo(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Random random = new Random(1);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int light = (int) (128 + 60 * Math.sin(x / 97.0) + 40 * Math.cos(y / 61.0 + x / 301.0));
        int noise = random.nextInt(25) - 12;
        row[x] =
            channel(light + noise) << 16
                | channel(light * 4 / 5 + noise) << 8
                | channel(255 - light + noise);
      }
      image.setRGB(0, y, width, 1, row, 0, width);
    }
    return image;
  }

  private static int channel(int value) {
    return Math.max(0, Math.min(255, value));
  }

  private static BufferedImage screenshot(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = image.createGraphics();
    brush.setColor(Color.WHITE);
    brush.fillRect(0, 0, width, height);
    brush.setColor(Color.BLACK);
    for (int y = 40; y < height; y += 40) {
      for (int x = 20; x < width; x += 300) {
        brush.drawString("Een bericht op regel " + y + ", plaats " + x, x, y);
      }
    }
    brush.dispose();
    return image;
  }

  private static byte[] encode(
      BufferedImage image, String format, float quality, boolean progressive) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    if (format.equals("jpeg")) {
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality);
      parameters.setProgressiveMode(
          progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
