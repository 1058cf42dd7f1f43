package nl.uitweg.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/**
 * A port for a server that binds it later. Taken at random from below the range from which the
 * operating system gives ports to outgoing connections, so that neither those nor a second test run
 * on this machine take it in between.
 */
public final class FreePort {

  private static final int LOWEST = 15_000;
  private static final int HIGHEST = 32_000;
  private static final int TRIES = 100;
  private static final SecureRandom RANDOM = new SecureRandom();

  private FreePort() {}

  /**
   * Free at this moment.
   *
   * @throws IllegalStateException when a hundred tries found none
   */
  public static int next() {
    for (int i = 0; i < TRIES; i++) {
      int port = RANDOM.nextInt(LOWEST, HIGHEST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("No free port between " + LOWEST + " and " + HIGHEST);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
