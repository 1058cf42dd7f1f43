package nl.uitweg.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * How sealed content is laid out: one byte of version, then the ciphertext; inside it four bytes of
 * length, the content, and zeros up to a multiple of the block, so that length says little. A new
 * version is a new constant in {@link #KNOWN}; what was sealed before keeps opening.
 *
 * @param block in bytes
 */
record Format(byte version, int block) {

  static final Format V1 = new Format((byte) 1, 1024);

  /** All formats that open; new content is sealed in {@link #V1}. */
  static final List<Format> KNOWN = List.of(V1);

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

  /** Associated data that ties a ciphertext to what it is and what it belongs to. */
  byte[] associated(String what, UUID id) {
    return ("uitweg/" + version + "/" + what + "/" + id).getBytes(StandardCharsets.UTF_8);
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
