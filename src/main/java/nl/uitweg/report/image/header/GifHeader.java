package nl.uitweg.report.image.header;

import nl.uitweg.report.image.header.RefusedImageException.Reason;

/**
 * Reads the blocks of a GIF (GIF89a specification). The size is that of the first frame, which is
 * the one that is decoded.
 */
final class GifHeader {

  private static final int EXTENSION = 0x21;
  private static final int FRAME = 0x2C;
  private static final int TRAILER = 0x3B;

  private GifHeader() {}

  static ImageHeader read(ByteCursor cursor) throws RefusedImageException {
    cursor.skip(6);
    ImageSizeLimits.check(
        ImageFormat.GIF, cursor.little16(), cursor.little16(), 1, DecodingWork.GIF);
    int flags = cursor.unsignedByte();
    cursor.skip(2);
    skipColourTable(cursor, flags);
    ImageHeader first = null;
    int frames = 0;
    while (cursor.remaining() > 0) {
      int block = cursor.unsignedByte();
      if (block == TRAILER) {
        break;
      } else if (block == EXTENSION) {
        cursor.skip(1);
        skipSubBlocks(cursor);
      } else if (block == FRAME) {
        ImageHeader frame = frame(cursor);
        first = first == null ? frame : first;
        frames++;
      } else {
        throw new RefusedImageException(Reason.MALFORMED);
      }
    }
    if (first == null) {
      throw new RefusedImageException(Reason.MALFORMED);
    }
    return ImageSizeLimits.check(
        ImageFormat.GIF, first.width(), first.height(), frames, DecodingWork.GIF);
  }

  private static ImageHeader frame(ByteCursor cursor) throws RefusedImageException {
    cursor.skip(4);
    int width = cursor.little16();
    int height = cursor.little16();
    skipColourTable(cursor, cursor.unsignedByte());
    int codeSize = cursor.unsignedByte();
    if (codeSize < 2 || codeSize > 8) {
      throw new RefusedImageException(Reason.UNSUPPORTED_VARIANT);
    }
    skipSubBlocks(cursor);
    return ImageSizeLimits.check(ImageFormat.GIF, width, height, 1, DecodingWork.GIF);
  }

  private static void skipColourTable(ByteCursor cursor, int flags) throws RefusedImageException {
    if ((flags & 0x80) != 0) {
      cursor.skip(3L << ((flags & 7) + 1));
    }
  }

  private static void skipSubBlocks(ByteCursor cursor) throws RefusedImageException {
    for (int length = cursor.unsignedByte(); length > 0; length = cursor.unsignedByte()) {
      cursor.skip(length);
    }
  }
}
