package nl.uitweg.report.image;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Rotates and mirrors a photo according to its Exif orientation (Exif 2.32, tag 0x0112). Uses one
 * transformation, so that at most two copies of a large photo are in memory.
 */
final class ExifRotation {

  private ExifRotation() {}

  static BufferedImage apply(BufferedImage image, Orientation orientation) {
    int width = image.getWidth();
    int height = image.getHeight();
    AffineTransform transform =
        switch (orientation) {
          case TOP_LEFT -> new AffineTransform();
          case TOP_RIGHT -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case BOTTOM_RIGHT -> new AffineTransform(-1, 0, 0, -1, width, height);
          case BOTTOM_LEFT -> new AffineTransform(1, 0, 0, -1, 0, height);
          case LEFT_TOP -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case RIGHT_TOP -> new AffineTransform(0, 1, -1, 0, height, 0);
          case RIGHT_BOTTOM -> new AffineTransform(0, -1, -1, 0, height, width);
          case LEFT_BOTTOM -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    if (transform.isIdentity()) {
      return image;
    }
    boolean swapsSides = transform.getScaleX() == 0;
    BufferedImage result =
        new BufferedImage(
            swapsSides ? height : width, swapsSides ? width : height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = result.createGraphics();
    graphics.drawImage(image, transform, null);
    graphics.dispose();
    return result;
  }
}
