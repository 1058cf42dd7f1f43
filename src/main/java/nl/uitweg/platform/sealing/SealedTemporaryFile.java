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
 * A temporary file for data of a request that is too large for memory. It holds ciphertext only,
 * its key is in memory only, and it is deleted when closed. All writes come before the single read.
 */
public final class SealedTemporaryFile implements AutoCloseable {

  private static final byte[] ASSOCIATED_DATA =
      "uitweg/1/temporary-file".getBytes(StandardCharsets.UTF_8);

  private final FileChannel channel;
  private final StreamingAead aead;
  private final OutputStream encrypting;

  private SealedTemporaryFile(FileChannel channel, StreamingAead aead)
      throws IOException, GeneralSecurityException {
    this.channel = channel;
    this.aead = aead;
    OutputStream unclosable =
        new FilterOutputStream(Channels.newOutputStream(channel)) {
          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
          }

          @Override
          public void close() {
            // keep the channel open for reading
          }
        };
    this.encrypting = aead.newEncryptingStream(unclosable, ASSOCIATED_DATA);
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
    encrypting.write(bytes);
  }

  /** Finishes writing and returns the content from the start; may be called only once. */
  public InputStream read() throws IOException {
    encrypting.close();
    channel.position(0);
    try {
      return aead.newDecryptingStream(Channels.newInputStream(channel), ASSOCIATED_DATA);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Decryption failed", e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
