package nl.uitweg.report.intake;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * A connection that ends at a moment set beforehand, however often and wherever the other side
 * keeps it waiting: Unix sockets know no time-outs of their own.
 */
final class TimedChannel implements AutoCloseable {

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final long end;

  private TimedChannel(SocketChannel channel, Selector selector, Duration within)
      throws IOException {
    this.channel = channel;
    this.selector = selector;
    this.end = System.nanoTime() + within.toNanos();
    channel.configureBlocking(false);
    this.key = channel.register(selector, 0);
  }

  /**
   * @param within how long everything may take: connecting, writing and reading
   * @throws SocketTimeoutException when the time is over
   */
  static TimedChannel connect(SocketAddress address, Duration within) throws IOException {
    if (address instanceof InetSocketAddress host && host.isUnresolved()) {
      throw new UnknownHostException(host.getHostString());
    }
    Selector selector = Selector.open();
    SocketChannel channel = null;
    try {
      channel =
          address instanceof UnixDomainSocketAddress
              ? SocketChannel.open(StandardProtocolFamily.UNIX)
              : SocketChannel.open();
      TimedChannel timed = new TimedChannel(channel, selector, within);
      timed.connect(address);
      return timed;
    } catch (IOException | RuntimeException e) {
      if (channel != null) {
        channel.close();
      }
      selector.close();
      throw e;
    }
  }

  private void connect(SocketAddress address) throws IOException {
    boolean connected = channel.connect(address);
    while (!connected) {
      await(SelectionKey.OP_CONNECT);
      connected = channel.finishConnect();
    }
  }

  /** Writes all of it. */
  void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.write(bytes) == 0) {
        await(SelectionKey.OP_WRITE);
      }
    }
  }

  /**
   * Reads something, at least one byte.
   *
   * @return how much, or -1 at the end
   */
  int read(ByteBuffer bytes) throws IOException {
    int length = channel.read(bytes);
    while (length == 0) {
      await(SelectionKey.OP_READ);
      length = channel.read(bytes);
    }
    return length;
  }

  private void await(int operation) throws IOException {
    long left = end - System.nanoTime();
    if (left <= 0) {
      throw new SocketTimeoutException("the other side took too long");
    }
    key.interestOps(operation);
    selector.select(Math.max(1, Duration.ofNanos(left).toMillis()));
    selector.selectedKeys().clear();
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted while waiting for the other side");
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      selector.close();
    }
  }
}
