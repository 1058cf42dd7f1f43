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
 * Temporary file for a sealed upload until the whole form has arrived. It contains ciphertext only,
 * with the key in memory only, and is deleted when it is closed.
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

  /** Stream that appends to the spool. Closing the stream does not close the spool. */
  OutputStream output() {
    OutputStream channelOutput = Channels.newOutputStream(channel);
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        channelOutput.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        channelOutput.write(bytes, offset, length);
      }
    };
  }

  long size() throws IOException {
    return channel.size();
  }

  /** Reads at most {@code length} bytes from {@code position}. */
  byte[] read(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(length, channel.size() - position));
    while (buffer.hasRemaining() && channel.read(piece, position + buffer.position()) >= 0) {
      // read until the buffer is full
    }
    return buffer.array();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
