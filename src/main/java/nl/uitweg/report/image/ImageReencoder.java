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
import nl.uitweg.report.image.header.ImageFormat;
import nl.uitweg.report.image.header.ImageHeader;
import nl.uitweg.report.image.header.ImageSizeLimits;

/**
 * Decodes and re-encodes an image, so that only the visible picture remains: no location, time,
 * device, thumbnail or hidden data. Runs in the image process.
 */
final class ImageReencoder {

  /**
   * Maximum size of a result, in bytes. An image that would be larger than this as PNG is written
   * as JPEG.
   */
  static final int MAX_OUTPUT_BYTES = 20 * 1024 * 1024;

  private static final float JPEG_QUALITY = 0.92f;
  private static final int MAX_PIXELS_DECODED_FOR_PREVIEW = 200_000;
  private static final int PREVIEW_WIDTH = 16;
  private static final int PREVIEW_HEIGHT = 32;

  private ImageReencoder() {}

  /**
   * Re-encodes an image, or makes a preview of it.
   *
   * @throws RefusedImageException when the format is not supported, or the header is malformed or
   *     exceeds a limit
   * @throws IOException when the image cannot be decoded
   */
  static ReencodedImage reencode(ImageTask task, byte[] image) throws IOException {
    ImageHeader header = ImageHeader.read(image);
    return switch (task) {
      case CLEAN -> clean(image, header);
      case PREVIEW -> preview(image, header);
    };
  }

  private static ReencodedImage clean(byte[] bytes, ImageHeader header) throws IOException {
    boolean photo = header.format() == ImageFormat.JPEG;
    BufferedImage image =
        UprightImageReader.read(
            bytes,
            header,
            photo ? ImageSizeLimits.MAX_PHOTO_PIXELS : ImageSizeLimits.MAX_OTHER_PIXELS);
    ColorModel colours = image.getColorModel();
    if (!photo && (colours.hasAlpha() || colours.getPixelSize() <= 8)) {
      Optional<byte[]> png = encode(copyAs(image, BufferedImage.TYPE_INT_ARGB), ImageFormat.PNG);
      if (png.isPresent()) {
        return new ReencodedImage(ImageFormat.PNG, png.get());
      }
    }
    return toJpeg(image);
  }

  private static ReencodedImage preview(byte[] bytes, ImageHeader header) throws IOException {
    BufferedImage image = UprightImageReader.read(bytes, header, MAX_PIXELS_DECODED_FOR_PREVIEW);
    int width = Math.min(PREVIEW_WIDTH, image.getWidth());
    int height = Math.min(PREVIEW_HEIGHT, image.getHeight() * width / image.getWidth());
    BufferedImage small = new BufferedImage(width, Math.max(1, height), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.drawImage(
        image.getScaledInstance(width, Math.max(1, height), Image.SCALE_AREA_AVERAGING),
        0,
        0,
        null);
    graphics.dispose();
    return toJpeg(small);
  }

  private static ReencodedImage toJpeg(BufferedImage image) throws IOException {
    boolean opaque =
        image.getType() == BufferedImage.TYPE_3BYTE_BGR
            || image.getType() == BufferedImage.TYPE_INT_RGB;
    byte[] content =
        encode(opaque ? image : copyAs(image, BufferedImage.TYPE_INT_RGB), ImageFormat.JPEG)
            .orElseThrow(() -> new IOException("the re-encoded image is too large"));
    return new ReencodedImage(ImageFormat.JPEG, content);
  }

  private static BufferedImage copyAs(BufferedImage image, int type) {
    BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), type);
    Graphics2D graphics = copy.createGraphics();
    if (type == BufferedImage.TYPE_INT_RGB) {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    }
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return copy;
  }

  /** Encodes an image; empty when the result is larger than {@link #MAX_OUTPUT_BYTES}. */
  private static Optional<byte[]> encode(BufferedImage image, ImageFormat format)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format.name()).next();
    BoundedOutput bytes = new BoundedOutput(MAX_OUTPUT_BYTES);
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (format == ImageFormat.JPEG) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(JPEG_QUALITY);
      }
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.content();
  }

  /** Buffers output up to a maximum length; discards everything when the output is longer. */
  private static final class BoundedOutput extends java.io.OutputStream {

    private final int maxLength;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private boolean exceeded;

    BoundedOutput(int maxLength) {
      this.maxLength = maxLength;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      exceeded |= buffer.size() > maxLength - length;
      if (exceeded) {
        buffer.reset();
      } else {
        buffer.write(bytes, offset, length);
      }
    }

    Optional<byte[]> content() {
      return exceeded ? Optional.empty() : Optional.of(buffer.toByteArray());
    }
  }
}
