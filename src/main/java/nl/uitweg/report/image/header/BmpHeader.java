package nl.uitweg.report.image.header;

import nl.uitweg.report.image.header.RefusedImageException.Reason;

/**
 * Reads the header of a BMP (Windows BITMAPINFOHEADER and its successors). Only images whose pixels
 * stand in the file uncompressed are drawn, so that none is larger than its file.
 */
final class BmpHeader {

  private static final int CORE_HEADER = 12;
  private static final int INFO_HEADER = 40;
  private static final int LONGEST_HEADER = 124;
  private static final int MOST_COLOURS = 256;

  private BmpHeader() {}

  static ImageHeader read(ByteCursor cursor) throws RefusedImageException {
    int length = cursor.remaining();
    cursor.skip(10);
    long pixels = cursor.little32();
    long header = cursor.little32();
    boolean core = header == CORE_HEADER;
    if (!core && (header < INFO_HEADER || header > LONGEST_HEADER)) {
      throw new RefusedImageException(Reason.VARIANT);
    }
    long width = core ? cursor.little16() : (int) cursor.little32();
    // Negative when the first line is the upper one.
    long height = core ? cursor.little16() : Math.abs((long) (int) cursor.little32());
    cursor.skip(2);
    int bits = cursor.little16();
    boolean known = bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
    if (!known || (!core && !isPlain(cursor))) {
      throw new RefusedImageException(Reason.VARIANT);
    }
    ImageHeader found = ImageBounds.check(ImageFormat.BMP, width, height, 1);
    long line = (width * bits + 31) / 32 * 4;
    if (pixels < 14 + header || pixels + line * height > length) {
      throw new RefusedImageException(Reason.BROKEN);
    }
    return found;
  }

  /** Without compression, with or without bit masks, and with no more colours than a byte names. */
  private static boolean isPlain(ByteCursor cursor) throws RefusedImageException {
    long compression = cursor.little32();
    cursor.skip(12);
    long colours = cursor.little32();
    return (compression == 0 || compression == 3) && colours <= MOST_COLOURS;
  }
}
