package nl.uitweg.report.image.header;

import nl.uitweg.report.image.header.RefusedImageException.Reason;

/**
 * How large an image may be to be decoded. A telephone makes 12 to 50 million pixels; screenshots
 * and pictures of messaging apps stay under 10 million.
 */
public final class ImageBounds {

  private static final int MOST_FRAMES = 1_000;
  private static final long MEGAPIXEL = 1_000_000;

  /** More pixels than this are read coarser: a photo keeps more than a drawing. */
  public static final long PHOTO_PIXELS = 24 * MEGAPIXEL;

  public static final long DRAWING_PIXELS = 12 * MEGAPIXEL;

  private ImageBounds() {}

  /**
   * The header, when all of it is within the bounds.
   *
   * @param width as in the file; may be anything
   */
  static ImageHeader check(ImageFormat format, long width, long height, int frames)
      throws RefusedImageException {
    if (width < 1 || height < 1 || frames < 1) {
      throw new RefusedImageException(Reason.BROKEN);
    }
    if (width > 65_535 || height > 65_535) {
      throw new RefusedImageException(Reason.TOO_MUCH);
    }
    if (width * height > mostPixels(format) || frames > MOST_FRAMES) {
      throw new RefusedImageException(Reason.TOO_MUCH);
    }
    return new ImageHeader(format, (int) width, (int) height, frames);
  }

  /** Decoders of the first two read line by line; the others keep the whole image in memory. */
  private static long mostPixels(ImageFormat format) {
    return switch (format) {
      case JPEG -> 120 * MEGAPIXEL;
      case PNG -> 60 * MEGAPIXEL;
      case GIF, BMP -> 24 * MEGAPIXEL;
      case WEBP -> 16 * MEGAPIXEL;
    };
  }
}
