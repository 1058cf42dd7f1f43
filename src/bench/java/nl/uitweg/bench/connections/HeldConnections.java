package nl.uitweg.bench.connections;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Many connections to the site that one attacker keeps busy in one of several ways. */
final class HeldConnections implements Runnable, AutoCloseable {

  private static final int ADDRESSES = 100;
  private static final int SMALL_RECEIVE_BUFFER = 2_048;
  private static final long ROUND_MILLIS = 500;

  /** What the attacker does with each connection. */
  enum Kind {
    IDLE("idle, nothing is sent", "", "", 0),
    SLOW_HEADERS("headers, two bytes a second", "GET /nl HTTP/1.1\r\nHost: localhost\r\n", "x", 0),
    HELD_UPLOAD(
        "an upload of 5 MB, two bytes a second",
        """
        POST /nl/report HTTP/1.1\r
        Host: localhost\r
        Content-Type: multipart/form-data; boundary=b\r
        Content-Length: 5000000\r
        \r
        --b\r
        Content-Disposition: form-data; name="files"; filename="a.jpg"\r
        \r
        """,
        "x",
        0),
    ENDLESS_BODY(
        "a form without end, 2 kB a second",
        """
        POST /nl/code HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/x-www-form-urlencoded\r
        Transfer-Encoding: chunked\r
        \r
        """,
        "400\r\n" + "x".repeat(1_024) + "\r\n",
        0),
    SLOW_READER(
        "pages are asked for and read two bytes a second",
        "GET /nl/help HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(20),
        "",
        1);

    private final String description;
    private final String opening;
    private final String continued;
    private final int bytesRead;

    Kind(String description, String opening, String continued, int bytesRead) {
      this.description = description;
      this.opening = opening;
      this.continued = continued;
      this.bytesRead = bytesRead;
    }

    String description() {
      return description;
    }
  }

  private final Kind kind;
  private final List<SocketChannel> channels = new ArrayList<>();
  private volatile boolean stopped;
  private volatile int open;
  private int refused;

  private HeldConnections(Kind kind) {
    this.kind = kind;
  }

  /** Opens the connections, from a hundred loopback addresses in turn, and sends how they begin. */
  static HeldConnections open(Kind kind, int number, int port, int network) {
    HeldConnections held = new HeldConnections(kind);
    for (int i = 0; i < number; i++) {
      held.connect("127.0." + network + "." + (1 + i % ADDRESSES), port);
    }
    held.open = held.channels.size();
    return held;
  }

  private void connect(String address, int port) {
    try {
      SocketChannel channel = SocketChannel.open();
      if (kind.bytesRead > 0) {
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_RECEIVE_BUFFER);
      }
      channel.bind(new InetSocketAddress(address, 0));
      channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.write(bytes(kind.opening));
      channel.configureBlocking(false);
      channels.add(channel);
    } catch (IOException e) {
      refused++;
    }
  }

  /** Number of connections that the site has not closed. */
  int open() {
    return open;
  }

  /** Number of connections that could not be opened. */
  int refused() {
    return refused;
  }

  @Override
  public void run() {
    while (!stopped) {
      int alive = 0;
      for (SocketChannel channel : channels) {
        alive += channel.isOpen() && act(channel) ? 1 : 0;
      }
      open = alive;
      try {
        TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Sends and reads a little; closes the connection when the site has closed it. */
  private boolean act(SocketChannel channel) {
    try {
      if (!kind.continued.isEmpty()) {
        int ignored = channel.write(bytes(kind.continued)); // what fits
      }
      int size = kind.bytesRead > 0 ? kind.bytesRead : 8_192;
      if (channel.read(ByteBuffer.allocate(size)) < 0) {
        channel.close();
        return false;
      }
      return true;
    } catch (IOException closed) {
      closeQuietly(channel);
      return false;
    }
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void closeQuietly(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException alreadyClosed) {
      // nothing is left to close
    }
  }

  @Override
  public void close() {
    stopped = true;
    channels.forEach(HeldConnections::closeQuietly);
  }
}
