package nl.uitweg.report.image.header;

import nl.uitweg.report.image.header.RefusedImageException.Reason;

/**
 * Estimates from the header what it costs to decode and re-encode an image. The unit is a pixel of
 * a photo with one scan, about 40 nanoseconds of a processor core. What a file may cost grows with
 * its size: encoders need bytes for what a camera sees, and only a file that was made to be
 * expensive is small and costs much.
 */
final class DecodingWork {

  /** The largest work that is accepted, about five seconds. */
  static final long MAX = 120_000_000;

  /**
   * Work that a file of any size may cost: a screenshot of 12 million pixels. What {@code
   * ImageReencoder} writes is never above it.
   */
  private static final long FREE = 24_000_000;

  /** Additional work for each byte; photos and screenshots need less than half of this. */
  private static final long PER_BYTE = 100;

  static final double ONE_SCAN_JPEG = 1;
  static final double GIF = 1;
  static final double BMP = 1;
  static final double LOSSLESS_WEBP = 4;
  static final double LOSSY_WEBP = 6;

  private DecodingWork() {}

  /** Work per pixel of a JPEG: each scan passes over the coefficients of the whole image. */
  static double perPixelOfJpeg(int scans) {
    return scans == 1 ? ONE_SCAN_JPEG : 1 + scans / 4.0;
  }

  /** Work per pixel of a PNG. */
  static double perPixelOfPng(int bitsPerSample, boolean interlaced) {
    return 2 * (bitsPerSample == 16 ? 2 : 1) * (interlaced ? 1.5 : 1);
  }

  /** Refuses an image that costs more than a file of this size may. */
  static void check(long work, int fileBytes) throws RefusedImageException {
    if (work > Math.min(MAX, FREE + PER_BYTE * fileBytes)) {
      throw new RefusedImageException(Reason.LIMIT_EXCEEDED);
    }
  }
}
