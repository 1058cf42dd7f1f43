package nl.uitweg.report.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import nl.uitweg.report.image.header.ImageBounds;
import nl.uitweg.report.image.header.ImageFormat;
import nl.uitweg.report.image.header.ImageHeader;

/**
 * Draws an image anew, so that only what is to be seen remains: no place, time, device, thumbnail
 * or hidden data. Runs in a process of its own.
 */
final class ImageDrawing {

  /** Of what is written, in bytes; a drawing that needs more becomes a photo. */
  static final int LARGEST = 20 * 1024 * 1024;

  private static final float QUALITY = 0.92f;
  private static final int PREVIEW_PIXELS = 200_000;
  private static final int PREVIEW_WIDTH = 16;
  private static final int PREVIEW_HEIGHT = 32;

  private ImageDrawing() {}

  /**
   * @throws RefusedImageException when its header says that it is not to be decoded
   * @throws IOException when it cannot be decoded
   */
  static DrawnImage draw(ImageTask task, byte[] image) throws IOException {
    ImageHeader header = ImageHeader.read(image);
    return switch (task) {
      case CLEAN -> clean(image, header);
      case PREVIEW -> preview(image, header);
    };
  }

  private static DrawnImage clean(byte[] bytes, ImageHeader header) throws IOException {
    boolean photo = header.format() == ImageFormat.JPEG;
    BufferedImage image =
        ImageReading.read(
            bytes, header, photo ? ImageBounds.PHOTO_PIXELS : ImageBounds.DRAWING_PIXELS);
    ColorModel colours = image.getColorModel();
    if (!photo && (colours.hasAlpha() || colours.getPixelSize() <= 8)) {
      Optional<byte[]> drawing =
          write(redrawn(image, BufferedImage.TYPE_INT_ARGB), ImageFormat.PNG);
      if (drawing.isPresent()) {
        return new DrawnImage(ImageFormat.PNG, drawing.get());
      }
    }
    return photo(image);
  }

  private static DrawnImage preview(byte[] bytes, ImageHeader header) throws IOException {
    BufferedImage image = ImageReading.read(bytes, header, PREVIEW_PIXELS);
    int width = Math.min(PREVIEW_WIDTH, image.getWidth());
    int height = Math.min(PREVIEW_HEIGHT, image.getHeight() * width / image.getWidth());
    BufferedImage small = new BufferedImage(width, Math.max(1, height), BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = small.createGraphics();
    brush.drawImage(
        image.getScaledInstance(width, Math.max(1, height), Image.SCALE_AREA_AVERAGING),
        0,
        0,
        null);
    brush.dispose();
    return photo(small);
  }

  private static DrawnImage photo(BufferedImage image) throws IOException {
    boolean plain =
        image.getType() == BufferedImage.TYPE_3BYTE_BGR
            || image.getType() == BufferedImage.TYPE_INT_RGB;
    byte[] content =
        write(plain ? image : redrawn(image, BufferedImage.TYPE_INT_RGB), ImageFormat.JPEG)
            .orElseThrow(() -> new IOException("too large when drawn"));
    return new DrawnImage(ImageFormat.JPEG, content);
  }

  private static BufferedImage redrawn(BufferedImage image, int type) {
    BufferedImage anew = new BufferedImage(image.getWidth(), image.getHeight(), type);
    Graphics2D brush = anew.createGraphics();
    if (type == BufferedImage.TYPE_INT_RGB) {
      brush.setColor(Color.WHITE);
      brush.fillRect(0, 0, image.getWidth(), image.getHeight());
    }
    brush.drawImage(image, 0, 0, null);
    brush.dispose();
    return anew;
  }

  /** Empty when it would be larger than {@link #LARGEST}. */
  private static Optional<byte[]> write(BufferedImage image, ImageFormat format)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format.name()).next();
    BoundedOutput bytes = new BoundedOutput(LARGEST);
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (format == ImageFormat.JPEG) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(QUALITY);
      }
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.content();
  }

  /** Keeps what is written up to a length, and nothing when it is longer. */
  private static final class BoundedOutput extends java.io.OutputStream {

    private final int most;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean longer;

    BoundedOutput(int most) {
      this.most = most;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      longer |= kept.size() > most - length;
      if (longer) {
        kept.reset();
      } else {
        kept.write(bytes, offset, length);
      }
    }

    Optional<byte[]> content() {
      return longer ? Optional.empty() : Optional.of(kept.toByteArray());
    }
  }
}
