package nl.uitweg.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/**
 * Finds a free TCP port for a server that binds it later. Ports are chosen at random below the
 * ephemeral range of the operating system, so that neither an outgoing connection nor a second test
 * run on the same machine is likely to take the port in between.
 */
public final class FreePort {

  private static final int LOWEST_PORT = 15_000;
  private static final int HIGHEST_PORT = 32_000;
  private static final int MAX_ATTEMPTS = 100;
  private static final SecureRandom RANDOM = new SecureRandom();

  private FreePort() {}

  /**
   * A port that is free at this moment.
   *
   * @throws IllegalStateException when a hundred attempts found none
   */
  public static int next() {
    for (int i = 0; i < MAX_ATTEMPTS; i++) {
      int port = RANDOM.nextInt(LOWEST_PORT, HIGHEST_PORT);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("No free port between " + LOWEST_PORT + " and " + HIGHEST_PORT);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
