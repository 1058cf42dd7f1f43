package nl.uitweg.report.image.header;

import nl.uitweg.report.image.header.RefusedImageException.Reason;

/**
 * Reads the chunks of a PNG (W3C PNG, third edition). For an animated PNG the size is that of the
 * still image.
 */
final class PngHeader {

  private static final int SIGNATURE_BYTES = 8;
  private static final int CRC_BYTES = 4;
  private static final int IHDR_BYTES = 13;
  private static final int MAX_CHUNKS = 20_000;

  private PngHeader() {}

  static ImageHeader read(ByteCursor cursor) throws RefusedImageException {
    cursor.skip(SIGNATURE_BYTES);
    if (cursor.big32() != IHDR_BYTES || !cursor.name().equals("IHDR")) {
      throw new RefusedImageException(Reason.MALFORMED);
    }
    long width = cursor.big32();
    long height = cursor.big32();
    double workPerPixel = workPerPixel(cursor);
    cursor.skip(CRC_BYTES);
    boolean hasPixels = false;
    int frames = 1;
    for (int chunks = 0; cursor.remaining() > 0; chunks++) {
      long length = cursor.big32();
      String name = cursor.name();
      if (name.equals("IEND")) {
        break;
      }
      if (chunks > MAX_CHUNKS) {
        throw new RefusedImageException(Reason.LIMIT_EXCEEDED);
      }
      ByteCursor content = cursor.slice(length);
      cursor.skip(CRC_BYTES);
      hasPixels |= name.equals("IDAT");
      if (name.equals("acTL")) {
        frames = (int) Math.min(Integer.MAX_VALUE, Math.max(1, content.big32()));
      }
    }
    if (!hasPixels) {
      throw new RefusedImageException(Reason.MALFORMED);
    }
    return ImageSizeLimits.check(ImageFormat.PNG, width, height, frames, workPerPixel);
  }

  /** Reads the rest of IHDR; refuses a variant that is not in the specification. */
  private static double workPerPixel(ByteCursor cursor) throws RefusedImageException {
    int depth = cursor.unsignedByte();
    boolean allowed =
        switch (cursor.unsignedByte()) {
          case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
          case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
          case 2, 4, 6 -> depth == 8 || depth == 16;
          default -> false;
        };
    int compression = cursor.unsignedByte();
    int filter = cursor.unsignedByte();
    int interlace = cursor.unsignedByte();
    if (!allowed || compression != 0 || filter != 0 || interlace > 1) {
      throw new RefusedImageException(Reason.UNSUPPORTED_VARIANT);
    }
    return DecodingWork.perPixelOfPng(depth, interlace == 1);
  }
}
