package nl.uitweg.sealing;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The framing of what we store: one byte of format version before every ciphertext, padding inside.
 */
final class Blob {

  static final byte VERSION = 1;
  static final int BLOCK = 1024;

  private Blob() {}

  static byte[] frame(byte[] ciphertext) {
    return ByteBuffer.allocate(1 + ciphertext.length).put(VERSION).put(ciphertext).array();
  }

  /**
   * @throws UnsealException when the version is not one we know
   */
  static byte[] unframe(byte[] blob) throws UnsealException {
    if (blob.length < 2 || blob[0] != VERSION) {
      throw new UnsealException("unknown format version");
    }
    return Arrays.copyOfRange(blob, 1, blob.length);
  }

  /**
   * Four bytes of length, the content, and zeros up to a multiple of 1 KiB, so that length says
   * little.
   */
  static byte[] pad(byte[] content) {
    int used = Integer.BYTES + content.length;
    int padded = (used + BLOCK - 1) / BLOCK * BLOCK;
    return ByteBuffer.allocate(padded).putInt(content.length).put(content).array();
  }

  static byte[] unpad(byte[] padded) throws UnsealException {
    ByteBuffer buffer = ByteBuffer.wrap(padded);
    if (padded.length < Integer.BYTES) {
      throw new UnsealException("padding is broken");
    }
    int length = buffer.getInt();
    if (length < 0 || length > buffer.remaining()) {
      throw new UnsealException("padding is broken");
    }
    byte[] content = new byte[length];
    buffer.get(content);
    return content;
  }
}
