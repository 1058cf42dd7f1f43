package nl.uitweg.report.image;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Turns a photo the way it is to be looked at (Exif 2.32, tag 0x0112). In one step, so that no more
 * than two copies of a large photo are in memory.
 */
final class Upright {

  private Upright() {}

  static BufferedImage turn(BufferedImage image, Orientation orientation) {
    int width = image.getWidth();
    int height = image.getHeight();
    AffineTransform turn =
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
    if (turn.isIdentity()) {
      return image;
    }
    boolean onItsSide = turn.getScaleX() == 0;
    BufferedImage turned =
        new BufferedImage(
            onItsSide ? height : width, onItsSide ? width : height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D brush = turned.createGraphics();
    brush.drawImage(image, turn, null);
    brush.dispose();
    return turned;
  }
}
