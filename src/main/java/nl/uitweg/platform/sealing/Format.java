package nl.uitweg.platform.sealing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * How sealed content is laid out: one byte of version, then the ciphertext; inside it four bytes of
 * length, the content, and zeros up to a multiple of the block, so that length says little. A new
 * version is a new constant in {@link #KNOWN}; what was sealed before keeps opening.
 *
 * @param block in bytes
 */
record Format(byte version, int block) {

  /** Form tokens, and nothing that is stored: its associated data was no more than kind and id. */
  static final Format V1 = new Format((byte) 1, 1024);

  /** Associated data says all that the content belongs to; a wrapped key commits to its key. */
  static final Format V2 = new Format((byte) 2, 1024);

  /** What new content is sealed in. */
  static final Format CURRENT = V2;

  /** All formats of stored content that open. */
  static final List<Format> KNOWN = List.of(V2);

  /**
   * @throws UnsealException when the version is not among the known
   */
  static Format of(byte[] blob, List<Format> known) throws UnsealException {
    if (blob.length < 2) {
      throw new UnsealException("too short");
    }
    for (Format format : known) {
      if (format.version == blob[0]) {
        return format;
      }
    }
    throw new UnsealException("unknown format version");
  }

  byte[] frame(byte[] ciphertext) {
    return ByteBuffer.allocate(1 + ciphertext.length).put(version).put(ciphertext).array();
  }

  byte[] unframe(byte[] blob) {
    return Arrays.copyOfRange(blob, 1, blob.length);
  }

  byte[] pad(byte[] content) {
    int used = Integer.BYTES + content.length;
    int padded = (used + block - 1) / block * block;
    return ByteBuffer.allocate(padded).putInt(content.length).put(content).array();
  }

  byte[] unpad(byte[] padded) throws UnsealException {
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
