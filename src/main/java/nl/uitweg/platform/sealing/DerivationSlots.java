package nl.uitweg.platform.sealing;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Limits how many slow key derivations run concurrently, how many wait, and how long they wait.
 * Each takes 32 MiB and some tens of milliseconds, so an unbounded queue would exhaust the machine.
 */
final class DerivationSlots {

  private final Semaphore running;
  private final Semaphore admitted;
  private final Duration maxWait;

  /**
   * @param concurrent maximum number of derivations that run concurrently
   * @param waiting maximum number of derivations that wait
   * @param maxWait maximum time one waits
   */
  DerivationSlots(int concurrent, int waiting, Duration maxWait) {
    this.running = new Semaphore(concurrent, true);
    this.admitted = new Semaphore(concurrent + waiting);
    this.maxWait = maxWait;
  }

  /**
   * Runs the derivation when a slot is free.
   *
   * @throws ReceiptDerivation.BusyException when too many wait already, or no slot became free in
   *     time
   */
  <T> T run(Supplier<T> derivation) {
    if (!admitted.tryAcquire()) {
      throw new ReceiptDerivation.BusyException();
    }
    try {
      if (!running.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ReceiptDerivation.BusyException();
      }
      try {
        return derivation.get();
      } finally {
        running.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReceiptDerivation.BusyException();
    } finally {
      admitted.release();
    }
  }
}
