package nl.uitweg.signal.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Draws an image anew, the right way up, so that only what is to be seen remains: no place, time,
 * device, thumbnail or hidden data.
 */
public final class ImageCleaner {

  /** More pixels than this are read coarser, so that one photo cannot take all memory. */
  private static final long MOST_PIXELS = 24_000_000;

  private static final long REFUSED_PIXELS = 400_000_000;
  private static final float QUALITY = 0.92f;
  private static final Semaphore ONE_AT_A_TIME = new Semaphore(1, true);

  static {
    ImageIO.setUseCache(false); // never a file of what was sent
  }

  private ImageCleaner() {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Clean(FileKind kind, byte[] content) {}

  /** Empty when it cannot be drawn: broken, or a variant that no reader knows. */
  static Optional<Clean> clean(byte[] image) {
    ONE_AT_A_TIME.acquireUninterruptibly();
    try {
      return Optional.of(encode(read(image)));
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    } finally {
      ONE_AT_A_TIME.release();
    }
  }

  /** A few coloured squares, for an officer who decides whether to look: at most 16 pixels wide. */
  public static Optional<byte[]> preview(byte[] image) {
    ONE_AT_A_TIME.acquireUninterruptibly();
    try {
      BufferedImage full = read(image);
      int width = Math.min(16, full.getWidth());
      int height = Math.max(1, Math.min(32, full.getHeight() * width / full.getWidth()));
      BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      Graphics2D brush = small.createGraphics();
      brush.drawImage(
          full.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
      brush.dispose();
      return Optional.of(encode(small).content());
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    } finally {
      ONE_AT_A_TIME.release();
    }
  }

  private static BufferedImage read(byte[] bytes) throws IOException {
    try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        throw new IOException("no reader");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(input);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > REFUSED_PIXELS) {
          throw new IOException("too many pixels");
        }
        int coarser = (int) Math.ceil(Math.sqrt((double) pixels / MOST_PIXELS));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(Math.max(1, coarser), Math.max(1, coarser), 0, 0);
        boolean photo = reader.getFormatName().equalsIgnoreCase("jpeg");
        Orientation orientation = photo ? ExifUtils.getExifOrientation(reader, 0) : null;
        BufferedImage image = reader.read(0, parameters);
        return orientation == null || orientation == Orientation.TOP_LEFT
            ? image
            : ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
      } finally {
        reader.dispose();
      }
    }
  }

  /** JPEG; PNG where it has transparency or few colours, as a screenshot has. */
  private static Clean encode(BufferedImage image) throws IOException {
    boolean drawing = image.getColorModel().hasAlpha() || image.getColorModel().getPixelSize() <= 8;
    int type = drawing ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage anew = new BufferedImage(image.getWidth(), image.getHeight(), type);
    Graphics2D brush = anew.createGraphics();
    if (!drawing) {
      brush.setColor(Color.WHITE);
      brush.fillRect(0, 0, image.getWidth(), image.getHeight());
    }
    brush.drawImage(image, 0, 0, null);
    brush.dispose();
    return drawing
        ? new Clean(FileKind.PNG, write(anew, "png", false))
        : new Clean(FileKind.JPEG, write(anew, "jpeg", true));
  }

  private static byte[] write(BufferedImage image, String format, boolean lossy)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (lossy) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(QUALITY);
      }
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
