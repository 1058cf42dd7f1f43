package nl.uitweg.platform.sealing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The layout of sealed content: one version byte, then the ciphertext. The plaintext consists of
 * the length in four bytes, the content, and zero padding to a multiple of the block size, which
 * hides the exact length. A new version is a new constant that is added to {@link #KNOWN}; stored
 * content of every version in it remains readable.
 *
 * @param blockBytes the padded plaintext is a multiple of this number of bytes
 */
record Format(byte version, int blockBytes) {

  /**
   * The padding of form tokens ({@link TokenSeal}), which have no version byte. Stored content of
   * version 1 is rejected.
   */
  static final Format V1 = new Format((byte) 1, 1024);

  /**
   * Associated data contains everything the content belongs to; a wrapped key contains a key
   * commitment.
   */
  static final Format V2 = new Format((byte) 2, 1024);

  /** The format of new content. */
  static final Format CURRENT = V2;

  /** All formats of stored content that can be read. */
  static final List<Format> KNOWN = List.of(V2);

  /**
   * The format of sealed content, by its version byte.
   *
   * @throws UnsealException when the version is not one of the known formats
   */
  static Format of(byte[] sealed, List<Format> known) throws UnsealException {
    if (sealed.length < 2) {
      throw new UnsealException("sealed content is too short");
    }
    for (Format format : known) {
      if (format.version == sealed[0]) {
        return format;
      }
    }
    throw new UnsealException("unknown format version");
  }

  byte[] frame(byte[] ciphertext) {
    return ByteBuffer.allocate(1 + ciphertext.length).put(version).put(ciphertext).array();
  }

  byte[] unframe(byte[] sealed) {
    return Arrays.copyOfRange(sealed, 1, sealed.length);
  }

  byte[] pad(byte[] content) {
    int used = Integer.BYTES + content.length;
    int padded = (used + blockBytes - 1) / blockBytes * blockBytes;
    return ByteBuffer.allocate(padded).putInt(content.length).put(content).array();
  }

  byte[] unpad(byte[] padded) throws UnsealException {
    ByteBuffer buffer = ByteBuffer.wrap(padded);
    if (padded.length < Integer.BYTES) {
      throw new UnsealException("padding is invalid");
    }
    int length = buffer.getInt();
    if (length < 0 || length > buffer.remaining()) {
      throw new UnsealException("padding is invalid");
    }
    byte[] content = new byte[length];
    buffer.get(content);
    return content;
  }
}
