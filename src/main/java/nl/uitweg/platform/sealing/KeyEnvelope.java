package nl.uitweg.platform.sealing;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The layout of a wrapped key: one version byte, the commitment to the key, and the HPKE
 * ciphertext. The commitment is a hash that fixes which key it is. It depends on the key only, so
 * it is the same whichever keyset wraps the key, and reveals nothing about it.
 */
final class KeyEnvelope {

  private KeyEnvelope() {}

  static byte[] frame(byte[] commitment, byte[] ciphertext) {
    return Format.CURRENT.frame(
        ByteBuffer.allocate(commitment.length + ciphertext.length)
            .put(commitment)
            .put(ciphertext)
            .array());
  }

  /**
   * @throws UnsealException when the wrapped key is too short or of an unknown version
   */
  static byte[] commitment(byte[] wrapped) throws UnsealException {
    return Arrays.copyOf(content(wrapped), ContentKey.COMMITMENT_BYTES);
  }

  /**
   * @throws UnsealException when the wrapped key is too short or of an unknown version
   */
  static byte[] ciphertext(byte[] wrapped) throws UnsealException {
    byte[] content = content(wrapped);
    return Arrays.copyOfRange(content, ContentKey.COMMITMENT_BYTES, content.length);
  }

  private static byte[] content(byte[] wrapped) throws UnsealException {
    byte[] content = Format.of(wrapped, Format.KNOWN).unframe(wrapped);
    if (content.length <= ContentKey.COMMITMENT_BYTES) {
      throw new UnsealException("wrapped key is too short");
    }
    return content;
  }
}
