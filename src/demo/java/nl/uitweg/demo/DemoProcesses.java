package nl.uitweg.demo;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What a command has started, in order; it is stopped in the opposite order. */
final class DemoProcesses {

  private static final long POLL_NANOS = 200_000_000L;

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final PrintStream out;
  private final AtomicBoolean stopping = new AtomicBoolean();

  /**
   * @param out receives errors while stopping
   */
  DemoProcesses(PrintStream out) {
    this.out = out;
  }

  /** Stops everything when this process ends, for example with Ctrl-C. */
  void stopAtExit() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
  }

  synchronized <T extends AutoCloseable> T register(T child) {
    started.push(child);
    return child;
  }

  private void stop() {
    stopping.set(true); // first, because Ctrl-C ends the children as well
    stopAll();
  }

  private synchronized void stopAll() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        out.println("Error while stopping: " + e.getMessage());
      }
    }
  }

  /** Waits until a process is ready. */
  static void await(Process process, String name, BooleanSupplier ready) {
    while (!ready.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new DemoException(name + " ended while it was starting.");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /**
   * Waits until this process is being stopped.
   *
   * @throws DemoException when one of the processes ended before that
   */
  void awaitEnd(List<Process> processes) {
    while (processes.stream().allMatch(Process::isAlive)) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    if (stopping.get()) {
      return;
    }
    throw new DemoException("A process of the demo ended unexpectedly; stopping the others.");
  }
}
