package nl.uitweg.report.image.header;

import nl.uitweg.report.image.header.RefusedImageException.Reason;

/**
 * Reads the header of a BMP (Windows BITMAPCOREHEADER, BITMAPINFOHEADER and its successors). Only
 * uncompressed images are accepted, so that no image decodes to more pixels than its file holds.
 */
final class BmpHeader {

  private static final int CORE_HEADER_BYTES = 12;
  private static final int INFO_HEADER_BYTES = 40;
  private static final int MAX_HEADER_BYTES = 124;
  private static final int MAX_COLOURS = 256;

  private BmpHeader() {}

  static ImageHeader read(ByteCursor cursor) throws RefusedImageException {
    int length = cursor.remaining();
    cursor.skip(10);
    long pixelOffset = cursor.little32();
    long header = cursor.little32();
    boolean core = header == CORE_HEADER_BYTES;
    if (!core && (header < INFO_HEADER_BYTES || header > MAX_HEADER_BYTES)) {
      throw new RefusedImageException(Reason.UNSUPPORTED_VARIANT);
    }
    long width = core ? cursor.little16() : (int) cursor.little32();
    // Negative for a top-down image.
    long height = core ? cursor.little16() : Math.abs((long) (int) cursor.little32());
    cursor.skip(2);
    int bits = cursor.little16();
    boolean supported =
        bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
    if (!supported || (!core && !isUncompressed(cursor))) {
      throw new RefusedImageException(Reason.UNSUPPORTED_VARIANT);
    }
    ImageHeader result = ImageSizeLimits.check(ImageFormat.BMP, width, height, 1, DecodingWork.BMP);
    long lineBytes = (width * bits + 31) / 32 * 4;
    if (pixelOffset < 14 + header || pixelOffset + lineBytes * height > length) {
      throw new RefusedImageException(Reason.MALFORMED);
    }
    return result;
  }

  /**
   * Whether the pixels are uncompressed (BI_RGB or BI_BITFIELDS) and the palette has at most 256
   * colours.
   */
  private static boolean isUncompressed(ByteCursor cursor) throws RefusedImageException {
    long compression = cursor.little32();
    cursor.skip(12);
    long colours = cursor.little32();
    return (compression == 0 || compression == 3) && colours <= MAX_COLOURS;
  }
}
