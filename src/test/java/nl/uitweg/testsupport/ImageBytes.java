package nl.uitweg.testsupport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Builds PNG, GIF, WebP and BMP files byte by byte, including variants that no encoder writes. */
public final class ImageBytes {

  private ImageBytes() {}

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  public static byte[] octets(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  public static byte[] png(int width, int height, int depth, int colour, byte[]... chunks) {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(octets(depth, colour, 0, 0, 0))
            .array();
    return join(
        octets(0x89, 'P', 'N', 'G', 13, 10, 26, 10),
        pngChunk("IHDR", header),
        join(chunks),
        pngChunk("IEND", new byte[0]));
  }

  public static byte[] pngChunk(String name, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + content.length);
    chunk.putInt(content.length).put(name.getBytes(StandardCharsets.US_ASCII)).put(content);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), 4, 4 + content.length);
    return chunk.putInt((int) crc.getValue()).array();
  }

  /** A zlib stream of {@code count} zero bytes; about a thousandth of that size. */
  public static byte[] deflatedZeros(long count) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflating =
        new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
      byte[] block = new byte[64 * 1024];
      for (long left = count; left > 0; left -= block.length) {
        deflating.write(block, 0, (int) Math.min(block.length, left));
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] gif(int width, int height, byte[]... frames) {
    return join(
        "GIF89a".getBytes(StandardCharsets.US_ASCII),
        littleEndian16(width),
        littleEndian16(height),
        octets(0x80, 0, 0, 0, 0, 0, 255, 255, 255),
        join(frames),
        octets(0x3B));
  }

  public static byte[] gifFrame(int width, int height) {
    return join(
        octets(0x2C, 0, 0, 0, 0),
        littleEndian16(width),
        littleEndian16(height),
        octets(0, 2, 2, 0x44, 0x01, 0));
  }

  public static byte[] webp(byte[]... chunks) {
    byte[] content = join(chunks);
    return join(
        "RIFF".getBytes(StandardCharsets.US_ASCII),
        littleEndian32(4 + content.length),
        "WEBP".getBytes(StandardCharsets.US_ASCII),
        content);
  }

  public static byte[] webpChunk(String name, byte[] content) {
    return join(
        name.getBytes(StandardCharsets.US_ASCII),
        littleEndian32(content.length),
        content,
        new byte[content.length & 1]);
  }

  public static byte[] webpCanvas(int flags, int width, int height) {
    return webpChunk(
        "VP8X",
        join(octets(flags, 0, 0, 0), littleEndian24(width - 1), littleEndian24(height - 1)));
  }

  /** A VP8L chunk: the header of a lossless bitstream of this size, followed by zeros. */
  public static byte[] webpLossless(int width, int height, int length) {
    int size = width - 1 | (height - 1) << 14;
    return webpChunk("VP8L", join(octets(0x2F), littleEndian32(size), new byte[length]));
  }

  /** A VP8 chunk: the header of a lossy key frame of this size, followed by zeros. */
  public static byte[] webpLossy(int width, int height, int length) {
    return webpChunk(
        "VP8 ",
        join(
            octets(0x10, 0, 0, 0x9D, 0x01, 0x2A),
            littleEndian16(width),
            littleEndian16(height),
            new byte[length]));
  }

  public static byte[] webpFrame(int width, int height, byte[] bitstream) {
    return webpChunk(
        "ANMF",
        join(
            new byte[6],
            littleEndian24(width - 1),
            littleEndian24(height - 1),
            new byte[4],
            bitstream));
  }

  public static byte[] bmp(int width, int height, int bits, int compression, int pixelBytes) {
    ByteBuffer bmp = ByteBuffer.allocate(54 + pixelBytes).order(ByteOrder.LITTLE_ENDIAN);
    bmp.put((byte) 'B').put((byte) 'M').putInt(54 + pixelBytes).putInt(0).putInt(54);
    bmp.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
    bmp.putInt(compression).putInt(0).putInt(0).putInt(0).putInt(0).putInt(0);
    return bmp.array();
  }

  private static byte[] littleEndian16(int value) {
    return octets(value, value >> 8);
  }

  private static byte[] littleEndian24(int value) {
    return octets(value, value >> 8, value >> 16);
  }

  private static byte[] littleEndian32(int value) {
    return octets(value, value >> 8, value >> 16, value >> 24);
  }
}
