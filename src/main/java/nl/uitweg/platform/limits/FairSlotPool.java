package nl.uitweg.platform.limits;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import nl.uitweg.platform.limits.Origins.Origin;

/**
 * A pool of slots that are divided fairly between networks, and within a network between its
 * origins. When an origin or a network has used its quota, or all slots are in use, a newcomer gets
 * a slot only when another one is revoked: one of the same origin, of the same network, or of the
 * network that holds the most. A network never loses a slot to a newcomer whose network holds more,
 * and an origin never loses one to a newcomer of the same network that holds more. Whoever fills a
 * quota, or the whole pool, therefore takes nothing away from others.
 */
public final class FairSlotPool {

  /** What happens to a request for a slot when no slot is left for its origin. */
  public enum WhenFull {
    /**
     * The oldest slot of the origin, or of the origin that holds the most, is revoked. Pinned slots
     * are never revoked.
     */
    REPLACE_OLDEST,
    /**
     * No slot is given when the origin has used its quota. Otherwise one is revoked only from an
     * origin of the same network (when that has used its quota) or from another network (when all
     * slots are in use) that holds at least two more than the newcomer or its network.
     */
    REFUSE
  }

  private final Quota quota;
  private final WhenFull whenFull;
  private final Map<String, NetworkHolder> networks = new HashMap<>();
  private int inUse;
  private long bytes;

  public FairSlotPool(Quota quota, WhenFull whenFull) {
    this.quota = quota;
    this.whenFull = whenFull;
  }

  /** What an origin holds, or all origins of a network together. */
  private abstract static class Holder {
    int slotCount;
    long bytes;

    int slotCount() {
      return slotCount;
    }

    long bytes() {
      return bytes;
    }

    abstract boolean hasRevocableSlot();
  }

  private static final class NetworkHolder extends Holder {
    final Map<String, OriginHolder> origins = new HashMap<>();

    @Override
    boolean hasRevocableSlot() {
      return origins.values().stream().anyMatch(OriginHolder::hasRevocableSlot);
    }
  }

  private static final class OriginHolder extends Holder {
    final Origin origin;
    final NetworkHolder network;
    final Set<Slot> slots = new LinkedHashSet<>();

    OriginHolder(Origin origin, NetworkHolder network) {
      this.origin = origin;
      this.network = network;
    }

    Optional<Slot> oldestRevocable() {
      return slots.stream().filter(slot -> slot.revocable).findFirst();
    }

    @Override
    boolean hasRevocableSlot() {
      return oldestRevocable().isPresent();
    }
  }

  /** One slot, held until it is released or revoked. */
  public final class Slot {
    private final OriginHolder holder;
    private final Runnable onRevoked;
    private long size;
    private boolean revocable = true;
    private boolean released;

    private Slot(OriginHolder holder, Runnable onRevoked) {
      this.holder = holder;
      this.onRevoked = onRevoked;
    }

    /**
     * Adds to the number of bytes that this slot holds.
     *
     * @return false when the slot is no longer held, for example because there is no room for the
     *     bytes
     */
    public boolean grow(long more) {
      return FairSlotPool.this.grow(this, more);
    }

    /** Protects the slot against revocation from now on; false when it is no longer held. */
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
    NetworkHolder network = networks.getOrDefault(origin.network(), new NetworkHolder());
    OriginHolder holder =
        network.origins.getOrDefault(origin.name(), new OriginHolder(origin, network));
    if (holder.slotCount >= quota.slots(origin)) {
      return whenFull == WhenFull.REPLACE_OLDEST && revoke(holder.oldestRevocable(), revokedSlots);
    }
    if (network.slotCount >= quota.networkSlots(origin)) {
      return revoke(oldestOfFullest(network, holder), revokedSlots);
    }
    return inUse < quota.totalSlots()
        || revoke(
            largest(networks.values(), Holder::slotCount, leastToRevokeFrom(network))
                .flatMap(fullest -> oldestOfFullest(fullest, holder)),
            revokedSlots);
  }

  /** The slot that a network loses to a newcomer, whose own network it may be. */
  private Optional<Slot> oldestOfFullest(NetworkHolder network, OriginHolder newcomer) {
    int least = network == newcomer.network ? leastToRevokeFrom(newcomer) : 1;
    return largest(network.origins.values(), Holder::slotCount, least)
        .flatMap(OriginHolder::oldestRevocable);
  }

  /** Minimum number of slots that another holder must have to lose one to this newcomer. */
  private int leastToRevokeFrom(Holder newcomer) {
    return whenFull == WhenFull.REPLACE_OLDEST
        ? Math.max(1, newcomer.slotCount)
        : newcomer.slotCount + 2;
  }

  private boolean grow(Slot slot, long more) {
    List<Slot> revokedSlots = new ArrayList<>();
    boolean stillHeld;
    synchronized (this) {
      if (slot.released) {
        return false;
      }
      OriginHolder holder = slot.holder;
      slot.size += more;
      count(holder, 0, more);
      boolean revoked = true;
      while (revoked && holder.bytes > quota.bytes(holder.origin)) {
        revoked = revoke(holder.oldestRevocable(), revokedSlots);
      }
      while (revoked && holder.network.bytes > quota.networkBytes(holder.origin)) {
        revoked = revoke(oldestOfLargest(holder.network), revokedSlots);
      }
      while (revoked && bytes > quota.totalBytes()) {
        revoked =
            revoke(
                largest(networks.values(), Holder::bytes, 0).flatMap(FairSlotPool::oldestOfLargest),
                revokedSlots);
      }
      stillHeld = !slot.released;
    }
    revokedSlots.forEach(revokedSlot -> revokedSlot.onRevoked.run());
    return stillHeld;
  }

  /** The oldest slot of the origin that holds the most bytes in the network. */
  private static Optional<Slot> oldestOfLargest(NetworkHolder network) {
    return largest(network.origins.values(), Holder::bytes, 0)
        .flatMap(OriginHolder::oldestRevocable);
  }

  /** The holder with the largest measure, at least {@code least}, that has a slot to revoke. */
  private static <H extends Holder> Optional<H> largest(
      Collection<H> holders, ToLongFunction<Holder> measure, long least) {
    return holders.stream()
        .filter(holder -> measure.applyAsLong(holder) >= least && holder.hasRevocableSlot())
        .max(Comparator.comparingLong(measure));
  }

  private boolean revoke(Optional<Slot> slot, List<Slot> revokedSlots) {
    slot.ifPresent(
        revokedSlot -> {
          remove(revokedSlot);
          revokedSlots.add(revokedSlot);
        });
    return slot.isPresent();
  }

  private OriginHolder holder(Origin origin) {
    NetworkHolder network = networks.computeIfAbsent(origin.network(), name -> new NetworkHolder());
    return network.origins.computeIfAbsent(
        origin.name(), name -> new OriginHolder(origin, network));
  }

  private void add(Slot slot) {
    slot.holder.slots.add(slot);
    count(slot.holder, 1, 0);
  }

  private void remove(Slot slot) {
    if (slot.released) {
      return;
    }
    slot.released = true;
    OriginHolder holder = slot.holder;
    holder.slots.remove(slot);
    count(holder, -1, -slot.size);
    if (holder.slotCount == 0) {
      holder.network.origins.remove(holder.origin.name());
    }
    if (holder.network.slotCount == 0) {
      networks.remove(holder.origin.network());
    }
  }

  /** Adds to the totals of the origin, its network and the whole pool. */
  private void count(OriginHolder holder, int slotChange, long byteChange) {
    holder.slotCount += slotChange;
    holder.network.slotCount += slotChange;
    inUse += slotChange;
    holder.bytes += byteChange;
    holder.network.bytes += byteChange;
    bytes += byteChange;
  }
}
