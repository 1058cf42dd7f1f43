package nl.uitweg.platform.abuse;

import java.util.Optional;
import java.util.function.BiConsumer;
import nl.uitweg.platform.http.SubmissionGate;
import nl.uitweg.platform.limits.FairSlotPool;
import nl.uitweg.platform.limits.Origins.Origin;

/** One report that waits in the waiting gate or is being stored. */
final class WaitingReport implements SubmissionGate.WaitingSubmission {

  private final Origin origin;
  private final FairSlotPool disconnected;
  private final BiConsumer<WaitingReport, Boolean> onEnd;
  private Optional<FairSlotPool.Slot> slot = Optional.empty();
  private Runnable onRevoked = () -> {};
  private boolean sending;
  private boolean cancelled;
  private boolean ended;

  /**
   * @param disconnected the slots for reports whose visitor disconnected
   * @param onEnd called once, with true when the report was stored
   */
  WaitingReport(
      Origin origin, FairSlotPool disconnected, BiConsumer<WaitingReport, Boolean> onEnd) {
    this.origin = origin;
    this.disconnected = disconnected;
    this.onEnd = onEnd;
  }

  /** Takes a slot from the pool; false when there is none for this origin. */
  boolean take(FairSlotPool pool) {
    Optional<FairSlotPool.Slot> newSlot = pool.take(origin, this::revoke);
    synchronized (this) {
      slot = newSlot;
    }
    return newSlot.isPresent();
  }

  /** Gives up the slot, so that the report is not sent; has no effect once sending has started. */
  void revoke() {
    Runnable callback;
    synchronized (this) {
      if (sending || ended || cancelled) {
        return;
      }
      cancelled = true;
      callback = onRevoked;
    }
    callback.run();
    end(false);
  }

  @Override
  public void onRevoked(Runnable action) {
    synchronized (this) {
      if (!cancelled) {
        onRevoked = action;
        return;
      }
    }
    action.run();
  }

  @Override
  public synchronized boolean begin() {
    sending = !cancelled && slot.map(FairSlotPool.Slot::pin).orElse(true);
    return sending;
  }

  @Override
  public void visitorDisconnected() {
    Optional<FairSlotPool.Slot> released;
    synchronized (this) {
      if (sending || ended || cancelled) {
        return;
      }
      released = slot;
      slot = Optional.empty();
    }
    released.ifPresent(FairSlotPool.Slot::release);
    if (!take(disconnected)) {
      revoke();
    }
  }

  @Override
  public void end(boolean stored) {
    Optional<FairSlotPool.Slot> released;
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      onRevoked = () -> {};
      released = slot;
    }
    released.ifPresent(FairSlotPool.Slot::release);
    onEnd.accept(this, stored);
  }
}
