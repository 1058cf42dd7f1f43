package nl.uitweg.report.image.header;

import nl.uitweg.report.image.header.RefusedImageException.Reason;

/** Reads the chunks of a PNG (W3C PNG, third edition); of an animated one the still image. */
final class PngHeader {

  private static final int SIGNATURE = 8;
  private static final int CRC = 4;
  private static final int HEADER = 13;
  private static final int MOST_CHUNKS = 20_000;

  private PngHeader() {}

  static ImageHeader read(ByteCursor cursor) throws RefusedImageException {
    cursor.skip(SIGNATURE);
    if (cursor.big32() != HEADER || !cursor.name().equals("IHDR")) {
      throw new RefusedImageException(Reason.BROKEN);
    }
    long width = cursor.big32();
    long height = cursor.big32();
    checkVariant(cursor);
    cursor.skip(CRC);
    boolean pixels = false;
    int frames = 1;
    for (int chunks = 0; cursor.remaining() > 0; chunks++) {
      long length = cursor.big32();
      String name = cursor.name();
      if (name.equals("IEND")) {
        break;
      }
      if (chunks > MOST_CHUNKS) {
        throw new RefusedImageException(Reason.TOO_MUCH);
      }
      ByteCursor content = cursor.part(length);
      cursor.skip(CRC);
      pixels |= name.equals("IDAT");
      if (name.equals("acTL")) {
        frames = (int) Math.min(Integer.MAX_VALUE, Math.max(1, content.big32()));
      }
    }
    if (!pixels) {
      throw new RefusedImageException(Reason.BROKEN);
    }
    return ImageBounds.check(ImageFormat.PNG, width, height, frames);
  }

  private static void checkVariant(ByteCursor cursor) throws RefusedImageException {
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
      throw new RefusedImageException(Reason.VARIANT);
    }
  }
}
