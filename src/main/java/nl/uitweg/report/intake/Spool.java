package nl.uitweg.report.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where a sealed file waits until all of the form has arrived: a file that holds ciphertext only,
 * whose key is in memory only, and that vanishes when it is closed.
 */
final class Spool implements AutoCloseable {

  private final FileChannel channel;

  Spool() throws IOException {
    Path file = Files.createTempFile("sealed", "");
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** Closing this stream leaves the spool open. */
  OutputStream output() {
    OutputStream to = Channels.newOutputStream(channel);
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        to.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        to.write(bytes, offset, length);
      }
    };
  }

  long size() throws IOException {
    return channel.size();
  }

  /** At most {@code length} bytes from {@code position} on. */
  byte[] read(long position, int length) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate((int) Math.min(length, channel.size() - position));
    while (piece.hasRemaining() && channel.read(piece, position + piece.position()) >= 0) {
      // until it is full
    }
    return piece.array();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
