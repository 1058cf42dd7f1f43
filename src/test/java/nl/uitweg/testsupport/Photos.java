package nl.uitweg.testsupport;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Test images, some with metadata that must not survive cleaning. */
public final class Photos {

  private Photos() {}

  /**
   * A photo as a phone stores it: sideways, with EXIF orientation 6, which says how it must be
   * rotated, and with {@code hidden} in EXIF, in a comment and after the end of the image. Before
   * rotation the left half is red and the right half blue.
   */
  public static byte[] jpeg(int width, int height, String hidden) throws IOException {
    byte[] plain = bytes(halves(width, height), "jpeg");
    ByteArrayOutputStream photo = new ByteArrayOutputStream();
    photo.write(plain, 0, 2);
    photo.writeBytes(segment(0xE1, exif(hidden)));
    photo.writeBytes(segment(0xFE, hidden.getBytes(StandardCharsets.UTF_8)));
    photo.write(plain, 2, plain.length - 2);
    photo.writeBytes(hidden.getBytes(StandardCharsets.UTF_8)); // after the end of the image
    return photo.toByteArray();
  }

  /** A PNG with {@code hidden} in a text chunk. */
  public static byte[] png(int width, int height, String hidden) throws IOException {
    byte[] plain = bytes(halves(width, height), "png");
    byte[] text = ("Comment\0" + hidden).getBytes(StandardCharsets.UTF_8);
    ByteBuffer chunk = ByteBuffer.allocate(12 + text.length);
    chunk.putInt(text.length).put("tEXt".getBytes(StandardCharsets.US_ASCII)).put(text);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), 4, 4 + text.length);
    chunk.putInt((int) crc.getValue());
    int afterHeader = 33;
    ByteArrayOutputStream photo = new ByteArrayOutputStream();
    photo.write(plain, 0, afterHeader);
    photo.writeBytes(chunk.array());
    photo.write(plain, afterHeader, plain.length - afterHeader);
    return photo.toByteArray();
  }

  /** A PNG of coloured noise, which hardly compresses. */
  public static byte[] noise(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Random random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return bytes(image, "png");
  }

  /** A PNG that ends after its header, which declares this size. */
  public static byte[] pngHeaderOnly(int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(33);
    header.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    header.putInt(13).put("IHDR".getBytes(StandardCharsets.US_ASCII));
    header.putInt(width).putInt(height).put(new byte[] {8, 6, 0, 0, 0});
    CRC32 crc = new CRC32();
    crc.update(header.array(), 12, 17);
    header.putInt((int) crc.getValue());
    return header.array();
  }

  private static byte[] exif(String hidden) {
    byte[] text = (hidden + "\0").getBytes(StandardCharsets.UTF_8);
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + text.length);
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    exif.putShort((short) 2);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(6 << 16);
    exif.putShort((short) 0x010F).putShort((short) 2).putInt(text.length).putInt(38);
    exif.putInt(0);
    exif.put(text);
    return exif.array();
  }

  private static byte[] segment(int marker, byte[] content) {
    return ByteBuffer.allocate(4 + content.length)
        .put((byte) 0xFF)
        .put((byte) marker)
        .putShort((short) (content.length + 2))
        .put(content)
        .array();
  }

  private static BufferedImage halves(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = image.createGraphics();
    brush.setColor(Color.RED);
    brush.fillRect(0, 0, width / 2, height);
    brush.setColor(Color.BLUE);
    brush.fillRect(width / 2, 0, width - width / 2, height);
    brush.dispose();
    return image;
  }

  private static byte[] bytes(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }
}
