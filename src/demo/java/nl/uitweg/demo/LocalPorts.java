package nl.uitweg.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/**
 * Finds free TCP ports on the loopback interface for servers that bind them later. Ports are chosen
 * at random below the ephemeral range of the operating system, so that neither an outgoing
 * connection nor a second run on the same machine is likely to take the port in between.
 */
public final class LocalPorts {

  private static final int LOWEST_PORT = 15_000;
  private static final int HIGHEST_PORT = 32_000;
  private static final int MAX_ATTEMPTS = 100;
  private static final SecureRandom RANDOM = new SecureRandom();

  private LocalPorts() {}

  /** Whether the port can be bound on the loopback interface. */
  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The preferred port when it is free, otherwise any free port. */
  static int findFree(int preferred) {
    return isFree(preferred) ? preferred : findFree();
  }

  /**
   * A port that is free at this moment.
   *
   * @throws DemoException when a hundred attempts found none
   */
  public static int findFree() {
    for (int i = 0; i < MAX_ATTEMPTS; i++) {
      int port = RANDOM.nextInt(LOWEST_PORT, HIGHEST_PORT);
      if (isFree(port)) {
        return port;
      }
    }
    throw new DemoException(
        "There is no free port between " + LOWEST_PORT + " and " + HIGHEST_PORT + ".");
  }
}
