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
 * A socket channel with one deadline for connecting, writing and reading together. Unix domain
 * sockets have no time-outs of their own.
 */
final class DeadlineChannel implements AutoCloseable {

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final long deadlineNanos;

  private DeadlineChannel(SocketChannel channel, Selector selector, Duration timeout)
      throws IOException {
    this.channel = channel;
    this.selector = selector;
    this.deadlineNanos = System.nanoTime() + timeout.toNanos();
    channel.configureBlocking(false);
    this.key = channel.register(selector, 0);
  }

  /**
   * Connects to the address.
   *
   * @param timeout maximum time for connecting, writing and reading together
   * @throws SocketTimeoutException when the deadline has passed
   */
  static DeadlineChannel connect(SocketAddress address, Duration timeout) throws IOException {
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
      DeadlineChannel connection = new DeadlineChannel(channel, selector, timeout);
      connection.connect(address);
      return connection;
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

  /** Writes all remaining bytes. */
  void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.write(bytes) == 0) {
        await(SelectionKey.OP_WRITE);
      }
    }
  }

  /**
   * Reads at least one byte.
   *
   * @return number of bytes read, or -1 at the end of the stream
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
    long left = deadlineNanos - System.nanoTime();
    if (left <= 0) {
      throw new SocketTimeoutException("the deadline of the connection has passed");
    }
    key.interestOps(operation);
    selector.select(Math.max(1, Duration.ofNanos(left).toMillis()));
    selector.selectedKeys().clear();
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted while waiting for the peer");
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
