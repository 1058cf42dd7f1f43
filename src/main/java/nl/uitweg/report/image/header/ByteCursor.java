package nl.uitweg.report.image.header;

import java.nio.charset.StandardCharsets;
import nl.uitweg.report.image.header.RefusedImageException.Reason;

/**
 * Reads an image forward, byte by byte. Reading past the end throws a {@link
 * RefusedImageException}. Methods named {@code big} and {@code little} read unsigned big-endian and
 * little-endian numbers.
 */
final class ByteCursor {

  private final byte[] bytes;
  private final int end;
  private int position;

  ByteCursor(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private ByteCursor(byte[] bytes, int position, int end) {
    this.bytes = bytes;
    this.position = position;
    this.end = end;
  }

  int remaining() {
    return end - position;
  }

  int unsignedByte() throws RefusedImageException {
    if (position >= end) {
      throw new RefusedImageException(Reason.MALFORMED);
    }
    return bytes[position++] & 0xFF;
  }

  int big16() throws RefusedImageException {
    return unsignedByte() << 8 | unsignedByte();
  }

  long big32() throws RefusedImageException {
    return (long) big16() << 16 | big16();
  }

  int little16() throws RefusedImageException {
    return unsignedByte() | unsignedByte() << 8;
  }

  int little24() throws RefusedImageException {
    return little16() | unsignedByte() << 16;
  }

  long little32() throws RefusedImageException {
    return little16() | (long) little16() << 16;
  }

  /** The four-character code (FourCC) of a chunk. */
  String name() throws RefusedImageException {
    int start = position;
    skip(4);
    return new String(bytes, start, 4, StandardCharsets.ISO_8859_1);
  }

  void skip(long count) throws RefusedImageException {
    if (count < 0 || count > remaining()) {
      throw new RefusedImageException(Reason.MALFORMED);
    }
    position += (int) count;
  }

  /** The next {@code length} bytes as a separate cursor; this cursor moves past them. */
  ByteCursor slice(long length) throws RefusedImageException {
    int start = position;
    skip(length);
    return new ByteCursor(bytes, start, position);
  }
}
