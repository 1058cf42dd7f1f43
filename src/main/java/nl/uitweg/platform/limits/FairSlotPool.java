package nl.uitweg.platform.limits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import nl.uitweg.platform.limits.Origins.Origin;

/**
 * A pool of slots that are divided fairly between origins. When an origin has used its quota, or
 * all slots are in use, a slot is revoked, but never one of an origin that holds fewer slots than
 * the origin of the newcomer. An origin that fills its quota, or the whole pool, therefore takes
 * nothing away from others.
 */
public final class FairSlotPool {

  /** What happens to a request for a slot when its origin has used its quota. */
  public enum WhenFull {
    /**
     * The oldest slot of the origin is revoked, so that an origin loses the slots it holds idle.
     */
    REPLACE_OLDEST,
    /** No slot is given. */
    REFUSE
  }

  private final Quota quota;
  private final WhenFull whenFull;
  private final Map<String, Holder> holders = new HashMap<>();
  private int inUse;
  private long bytes;

  public FairSlotPool(Quota quota, WhenFull whenFull) {
    this.quota = quota;
    this.whenFull = whenFull;
  }

  private static final class Holder {
    final Origin origin;
    final Set<Slot> slots = new LinkedHashSet<>();
    long bytes;

    Holder(Origin origin) {
      this.origin = origin;
    }

    int size() {
      return slots.size();
    }

    long bytes() {
      return bytes;
    }

    Optional<Slot> oldest() {
      return slots.stream().filter(slot -> slot.revocable).findFirst();
    }
  }

  /** One slot, held until it is released or revoked. */
  public final class Slot {
    private final Holder holder;
    private final Runnable onRevoked;
    private long size;
    private boolean revocable = true;
    private boolean released;

    private Slot(Holder holder, Runnable onRevoked) {
      this.holder = holder;
      this.onRevoked = onRevoked;
    }

    /**
     * Adds to the number of bytes that this slot holds; false when there is no room for them and
     * this slot was revoked.
     */
    public boolean grow(long more) {
      return FairSlotPool.this.grow(this, more);
    }

    /** Protects the slot against revocation from now on; false when it was revoked already. */
    public boolean pin() {
      synchronized (FairSlotPool.this) {
        revocable = false;
        return !released;
      }
    }

    /** Frees the slot; has no effect when it was released or revoked already. */
    public void release() {
      synchronized (FairSlotPool.this) {
        remove(this);
      }
    }
  }

  /**
   * Takes a slot for an origin.
   *
   * @param onRevoked runs when the slot is revoked, on the thread of the caller that caused it
   * @return empty when there is no slot for this origin
   */
  public Optional<Slot> take(Origin origin, Runnable onRevoked) {
    List<Slot> revokedSlots = new ArrayList<>();
    Optional<Slot> slot;
    synchronized (this) {
      slot =
          makeRoom(origin, revokedSlots)
              ? Optional.of(new Slot(holder(origin), onRevoked))
              : Optional.empty();
      slot.ifPresent(this::add);
    }
    revokedSlots.forEach(revokedSlot -> revokedSlot.onRevoked.run());
    return slot;
  }

  /** Number of slots in use. */
  public synchronized int inUse() {
    return inUse;
  }

  private boolean makeRoom(Origin origin, List<Slot> revokedSlots) {
    Holder held = holders.get(origin.name());
    int heldCount = held == null ? 0 : held.size();
    if (heldCount >= quota.slots(origin)) {
      return held != null
          && whenFull == WhenFull.REPLACE_OLDEST
          && revoke(held.oldest(), revokedSlots);
    }
    if (inUse < quota.totalSlots()) {
      return true;
    }
    int least = whenFull == WhenFull.REPLACE_OLDEST ? Math.max(1, heldCount) : heldCount + 2;
    return revoke(heaviest(Holder::size, holder -> holder.size() >= least), revokedSlots);
  }

  private boolean grow(Slot slot, long more) {
    List<Slot> revokedSlots = new ArrayList<>();
    boolean stillHeld;
    synchronized (this) {
      if (slot.released) {
        return false;
      }
      slot.size += more;
      slot.holder.bytes += more;
      bytes += more;
      boolean revoked = true;
      while (revoked && slot.holder.bytes > quota.bytes(slot.holder.origin)) {
        revoked = revoke(slot.holder.oldest(), revokedSlots);
      }
      while (revoked && bytes > quota.totalBytes()) {
        revoked = revoke(heaviest(Holder::bytes, holder -> true), revokedSlots);
      }
      stillHeld = !slot.released;
    }
    revokedSlots.forEach(revokedSlot -> revokedSlot.onRevoked.run());
    return stillHeld;
  }

  private Optional<Slot> heaviest(ToLongFunction<Holder> weight, Predicate<Holder> among) {
    return holders.values().stream()
        .filter(among)
        .filter(holder -> holder.oldest().isPresent())
        .max(Comparator.comparingLong(weight))
        .flatMap(Holder::oldest);
  }

  private boolean revoke(Optional<Slot> slot, List<Slot> revokedSlots) {
    slot.ifPresent(
        revokedSlot -> {
          remove(revokedSlot);
          revokedSlots.add(revokedSlot);
        });
    return slot.isPresent();
  }

  private Holder holder(Origin origin) {
    return holders.computeIfAbsent(origin.name(), name -> new Holder(origin));
  }

  private void add(Slot slot) {
    slot.holder.slots.add(slot);
    inUse++;
  }

  private void remove(Slot slot) {
    if (slot.released) {
      return;
    }
    slot.released = true;
    slot.holder.slots.remove(slot);
    slot.holder.bytes -= slot.size;
    bytes -= slot.size;
    inUse--;
    if (slot.holder.slots.isEmpty()) {
      holders.remove(slot.holder.origin.name());
    }
  }
}
