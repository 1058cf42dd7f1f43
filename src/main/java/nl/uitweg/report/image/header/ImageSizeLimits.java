package nl.uitweg.report.image.header;

import nl.uitweg.report.image.header.RefusedImageException.Reason;

/**
 * Maximum sizes of images that may be decoded. Phone cameras produce 12 to 50 million pixels;
 * screenshots and images from messaging apps stay under 10 million.
 */
public final class ImageSizeLimits {

  private static final int MAX_FRAMES = 1_000;
  private static final long MEGAPIXEL = 1_000_000;

  /** Photos with more pixels are subsampled to at most this many. */
  public static final long MAX_PHOTO_PIXELS = 24 * MEGAPIXEL;

  /** Other images with more pixels are subsampled to at most this many. */
  public static final long MAX_OTHER_PIXELS = 12 * MEGAPIXEL;

  private ImageSizeLimits() {}

  /**
   * Creates a header after checking the sizes against the limits.
   *
   * @param width width from the file, not validated
   * @param workPerPixel work of {@link DecodingWork} for one pixel
   * @throws RefusedImageException when a size is invalid or exceeds its limit
   */
  static ImageHeader check(
      ImageFormat format, long width, long height, int frames, double workPerPixel)
      throws RefusedImageException {
    if (width < 1 || height < 1 || frames < 1) {
      throw new RefusedImageException(Reason.MALFORMED);
    }
    if (width > 65_535 || height > 65_535) {
      throw new RefusedImageException(Reason.LIMIT_EXCEEDED);
    }
    if (width * height > maxPixels(format) || frames > MAX_FRAMES) {
      throw new RefusedImageException(Reason.LIMIT_EXCEEDED);
    }
    long work = (long) (width * height * workPerPixel);
    return new ImageHeader(format, (int) width, (int) height, frames, work);
  }

  /**
   * Maximum number of pixels. JPEG and PNG decoders read line by line; the others hold the whole
   * image in memory. That of WebP needs ten times as much memory as the pixels, and spends its time
   * on collecting garbage when little is left.
   */
  private static long maxPixels(ImageFormat format) {
    return switch (format) {
      case JPEG -> 120 * MEGAPIXEL;
      case PNG -> 60 * MEGAPIXEL;
      case GIF, BMP -> 24 * MEGAPIXEL;
      case WEBP -> 8 * MEGAPIXEL;
    };
  }
}
