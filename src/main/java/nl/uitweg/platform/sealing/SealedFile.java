package nl.uitweg.platform.sealing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.util.SecretBytes;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * Seals and opens files. The layout is one version byte, then a Tink streaming ciphertext of the
 * content, padded with zeros to a multiple of 64 KiB. Every file has a key of its own, whose
 * wrapping or derivation binds it to the file and to its report or referral.
 */
public final class SealedFile {

  private static final byte VERSION = 1;
  private static final int BLOCK_BYTES = 64 * 1024;
  private static final byte[] ASSOCIATED_DATA = "uitweg/1/file".getBytes(StandardCharsets.UTF_8);

  private SealedFile() {}

  /**
   * Returns a stream that encrypts what is written to it and writes only ciphertext to {@code to}.
   * The ciphertext is complete when the stream is closed.
   */
  public static OutputStream sealing(ContentKey key, OutputStream to) throws IOException {
    to.write(VERSION);
    try {
      return new PaddingOutputStream(stream(key).newEncryptingStream(to, ASSOCIATED_DATA));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealing failed", e);
    }
  }

  /**
   * Decrypts a file.
   *
   * @param size size of the content in bytes
   * @throws UnsealException when the file was altered, reordered or truncated, or {@code size} does
   *     not match
   */
  public static byte[] open(ContentKey key, byte[] sealed, int size) throws UnsealException {
    if (sealed.length == 0 || sealed[0] != VERSION) {
      throw new UnsealException("unknown format version");
    }
    try (InputStream content =
        stream(key)
            .newDecryptingStream(
                new ByteArrayInputStream(sealed, 1, sealed.length - 1), ASSOCIATED_DATA)) {
      byte[] padded = content.readAllBytes();
      if (size < 0 || size > padded.length || padded.length % BLOCK_BYTES != 0) {
        throw new UnsealException("size does not match the content");
      }
      return Arrays.copyOf(padded, size);
    } catch (IOException | GeneralSecurityException e) {
      throw new UnsealException("file cannot be decrypted", e);
    }
  }

  /** Derives the streaming key from the key of the file, so that each key has one use. */
  private static StreamingAead stream(ContentKey key) throws GeneralSecurityException {
    return Primitives.stream(
        SecretBytes.copyFrom(
            ReceiptDerivation.hkdf(key.toByteArray(), "file-stream", Primitives.KEY_BYTES),
            InsecureSecretKeyAccess.get()));
  }

  private static final class PaddingOutputStream extends FilterOutputStream {

    private long written;
    private boolean closed;

    PaddingOutputStream(OutputStream to) {
      super(to);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      written++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      written += length;
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        out.write(new byte[(int) ((BLOCK_BYTES - written % BLOCK_BYTES) % BLOCK_BYTES)]);
        out.close();
      }
    }
  }
}
