package nl.uitweg.platform.abuse;

import java.util.Optional;
import java.util.function.BiConsumer;
import nl.uitweg.platform.http.SubmissionGate;
import nl.uitweg.platform.limits.FairSlotPool;
import nl.uitweg.platform.limits.Origins.Origin;

/** One report in the waiting gate, or past it. */
final class WaitingReport implements SubmissionGate.Waiting {

  private final Origin origin;
  private final FairSlotPool departed;
  private final BiConsumer<WaitingReport, Boolean> ended;
  private Optional<FairSlotPool.Place> place = Optional.empty();
  private Runnable revoked = () -> {};
  private boolean begun;
  private boolean cancelled;
  private boolean over;

  /**
   * @param departed the places of those whose visitor is gone
   * @param ended runs once: true when the report was stored
   */
  WaitingReport(Origin origin, FairSlotPool departed, BiConsumer<WaitingReport, Boolean> ended) {
    this.origin = origin;
    this.departed = departed;
    this.ended = ended;
  }

  /** False when there is no place for it. */
  boolean takes(FairSlotPool places) {
    Optional<FairSlotPool.Place> taken = places.take(origin, this::revoke);
    synchronized (this) {
      place = taken;
    }
    return taken.isPresent();
  }

  /** Gives its place up; the report is not sent, unless that has begun. */
  void revoke() {
    Runnable tell;
    synchronized (this) {
      if (begun || over || cancelled) {
        return;
      }
      cancelled = true;
      tell = revoked;
    }
    tell.run();
    end(false);
  }

  @Override
  public void whenRevoked(Runnable then) {
    synchronized (this) {
      if (!cancelled) {
        revoked = then;
        return;
      }
    }
    then.run();
  }

  @Override
  public synchronized boolean begin() {
    begun = !cancelled && place.map(FairSlotPool.Place::keep).orElse(true);
    return begun;
  }

  @Override
  public void visitorGone() {
    Optional<FairSlotPool.Place> left;
    synchronized (this) {
      if (begun || over || cancelled) {
        return;
      }
      left = place;
      place = Optional.empty();
    }
    left.ifPresent(FairSlotPool.Place::leave);
    if (!takes(departed)) {
      revoke();
    }
  }

  @Override
  public void end(boolean stored) {
    Optional<FairSlotPool.Place> left;
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      revoked = () -> {};
      left = place;
    }
    left.ifPresent(FairSlotPool.Place::leave);
    ended.accept(this, stored);
  }
}
