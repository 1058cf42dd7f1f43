package nl.uitweg.platform.sealing;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.util.SecretBytes;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;

/**
 * Keeps on disk what is too large for memory while a request lasts: ciphertext only, whose key is
 * in memory only, in a file that vanishes when it is closed. Written once, then read.
 */
public final class SealedTemporaryFile implements AutoCloseable {

  private static final byte[] ASSOCIATED =
      "uitweg/1/temporary-file".getBytes(StandardCharsets.UTF_8);

  private final FileChannel channel;
  private final StreamingAead aead;
  private final OutputStream sealing;

  private SealedTemporaryFile(FileChannel channel, StreamingAead aead)
      throws IOException, GeneralSecurityException {
    this.channel = channel;
    this.aead = aead;
    OutputStream open =
        new FilterOutputStream(Channels.newOutputStream(channel)) {
          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
          }

          @Override
          public void close() {
            // the channel is read afterwards
          }
        };
    this.sealing = aead.newEncryptingStream(open, ASSOCIATED);
  }

  public static SealedTemporaryFile create() throws IOException {
    return create(Path.of(System.getProperty("java.io.tmpdir")));
  }

  static SealedTemporaryFile create(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "sealed", "");
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try {
      return new SealedTemporaryFile(
          channel, Primitives.stream(SecretBytes.randomBytes(Primitives.KEY_BYTES)));
    } catch (GeneralSecurityException e) {
      channel.close();
      throw new IllegalStateException("Sealing failed", e);
    }
  }

  public void write(byte[] bytes) throws IOException {
    sealing.write(bytes);
  }

  /** Ends the writing, and gives what was written from its beginning; to be called once. */
  public InputStream read() throws IOException {
    sealing.close();
    channel.position(0);
    try {
      return aead.newDecryptingStream(Channels.newInputStream(channel), ASSOCIATED);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Opening failed", e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
