package nl.uitweg.testsupport;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Valid images, one of each format and variant, as encoders write them; 40 by 8 pixels, except the
 * WebP image.
 */
public final class SampleImages {

  private static final String WEBP =
      "UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoIAAgAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA=";

  private SampleImages() {}

  /** A WebP of 8 by 8 pixels, stored here because Java has no encoder for WebP. */
  public static byte[] webp() {
    return Base64.getDecoder().decode(WEBP);
  }

  /** Images by a name that begins with the format. */
  public static Map<String, byte[]> allExceptWebp() throws IOException {
    Map<String, byte[]> images = new LinkedHashMap<>();
    images.put("jpeg", encoded(BufferedImage.TYPE_INT_RGB, "jpeg", false));
    images.put("jpeg progressive", encoded(BufferedImage.TYPE_INT_RGB, "jpeg", true));
    images.put("jpeg grey", encoded(BufferedImage.TYPE_BYTE_GRAY, "jpeg", false));
    images.put("png", encoded(BufferedImage.TYPE_INT_RGB, "png", false));
    images.put("png interlaced", encoded(BufferedImage.TYPE_INT_ARGB, "png", true));
    images.put("png of one bit", encoded(BufferedImage.TYPE_BYTE_BINARY, "png", false));
    images.put("png of few colours", encoded(BufferedImage.TYPE_BYTE_INDEXED, "png", false));
    images.put("png deep grey", encoded(BufferedImage.TYPE_USHORT_GRAY, "png", false));
    images.put("gif", encoded(BufferedImage.TYPE_BYTE_INDEXED, "gif", false));
    images.put("bmp", encoded(BufferedImage.TYPE_3BYTE_BGR, "bmp", false));
    images.put("bmp of one bit", encoded(BufferedImage.TYPE_BYTE_BINARY, "bmp", false));
    return images;
  }

  private static byte[] encoded(int type, String format, boolean progressive) throws IOException {
    BufferedImage image = new BufferedImage(40, 8, type);
    Graphics2D brush = image.createGraphics();
    brush.setColor(Color.ORANGE);
    brush.fillOval(2, 1, 30, 6);
    brush.dispose();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    if (progressive) {
      parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
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
