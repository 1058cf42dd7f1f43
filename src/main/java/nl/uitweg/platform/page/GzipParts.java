package nl.uitweg.platform.page;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * One gzip stream (RFC 1952) that is sent in two parts, of which the first can be read before the
 * second exists. The parts are compressed apart from each other: nothing but these bytes is kept in
 * memory in between, and the second part does not refer to words of the first.
 */
public final class GzipParts {

  private static final int LEVEL = 6;
  private static final int BUFFER = 4096;
  private static final int TRAILER = 8;

  /** Deflate, no flags, no time, no extra flags, unknown system. */
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  private final byte[] first;

  /**
   * @param first what is sent at once
   */
  public GzipParts(byte[] first) {
    this.first = first.clone();
  }

  /** The beginning of the stream; whoever has received it can read the whole first part. */
  public byte[] first() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(HEADER);
    deflate(first, Deflater.SYNC_FLUSH, out);
    return out.toByteArray();
  }

  /** The rest of the stream. */
  public byte[] last(byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    deflate(second, Deflater.NO_FLUSH, out);
    CRC32 check = new CRC32();
    check.update(first);
    check.update(second);
    out.writeBytes(
        ByteBuffer.allocate(TRAILER)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt((int) check.getValue())
            .putInt(first.length + second.length)
            .array());
    return out.toByteArray();
  }

  private static void deflate(byte[] plain, int flush, ByteArrayOutputStream out) {
    Deflater deflater = new Deflater(LEVEL, true);
    try {
      deflater.setInput(plain);
      if (flush == Deflater.NO_FLUSH) {
        deflater.finish();
      }
      byte[] buffer = new byte[BUFFER];
      int length;
      do {
        length = deflater.deflate(buffer, 0, buffer.length, flush);
        out.write(buffer, 0, length);
      } while (length == buffer.length);
    } finally {
      deflater.end();
    }
  }
}
