package nl.uitweg.platform.sealing;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Bounds how many slow derivations run at once, how many wait for a turn, and how long they wait.
 * Each costs 32 MiB and some tens of milliseconds, so a queue without bounds exhausts the machine.
 */
final class DerivationSlots {

  private final Semaphore running;
  private final Semaphore present;
  private final Duration longestWait;

  /**
   * @param atOnce derivations that run at once
   * @param waiting others that wait for a turn
   */
  DerivationSlots(int atOnce, int waiting, Duration longestWait) {
    this.running = new Semaphore(atOnce, true);
    this.present = new Semaphore(atOnce + waiting);
    this.longestWait = longestWait;
  }

  /**
   * Runs the derivation when its turn comes.
   *
   * @throws Receipts.BusyException when too many wait already, or the turn did not come in time
   */
  <T> T run(Supplier<T> derivation) {
    if (!present.tryAcquire()) {
      throw new Receipts.BusyException();
    }
    try {
      if (!running.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Receipts.BusyException();
      }
      try {
        return derivation.get();
      } finally {
        running.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Receipts.BusyException();
    } finally {
      present.release();
    }
  }
}
