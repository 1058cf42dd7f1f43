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
 * Places for what visitors bring. When an origin has its share, or everything is taken, a place is
 * revoked: never one of an origin that holds less than the newcomer's. So who fills their own
 * share, or everything, takes nothing away from others.
 */
public final class FairSlotPool {

  /** What happens to a newcomer whose origin holds its whole share. */
  public enum WhenFull {
    /** Its oldest place is revoked: who holds places idle loses them. */
    REPLACE_OLDEST,
    /** The newcomer gets no place. */
    REFUSE
  }

  private final Quota share;
  private final WhenFull whenFull;
  private final Map<String, Holder> holders = new HashMap<>();
  private int taken;
  private long bytes;

  public FairSlotPool(Quota share, WhenFull whenFull) {
    this.share = share;
    this.whenFull = whenFull;
  }

  private static final class Holder {
    final Origin origin;
    final Set<Place> places = new LinkedHashSet<>();
    long bytes;

    Holder(Origin origin) {
      this.origin = origin;
    }

    int size() {
      return places.size();
    }

    long bytes() {
      return bytes;
    }

    Optional<Place> oldest() {
      return places.stream().filter(place -> place.revocable).findFirst();
    }
  }

  /** One place, held until it is left or revoked. */
  public final class Place {
    private final Holder holder;
    private final Runnable revoked;
    private long size;
    private boolean revocable = true;
    private boolean gone;

    private Place(Holder holder, Runnable revoked) {
      this.holder = holder;
      this.revoked = revoked;
    }

    /** Holds so many bytes more; false when there is no room for them and the place is revoked. */
    public boolean grow(long more) {
      return FairSlotPool.this.grow(this, more);
    }

    /** From here on it is not revoked; false when it was revoked already. */
    public boolean keep() {
      synchronized (FairSlotPool.this) {
        revocable = false;
        return !gone;
      }
    }

    public void leave() {
      synchronized (FairSlotPool.this) {
        remove(this);
      }
    }
  }

  /**
   * @param revoked runs when the place is taken away again, on the thread of whoever took it
   * @return empty when there is none for this origin
   */
  public Optional<Place> take(Origin origin, Runnable revoked) {
    List<Place> victims = new ArrayList<>();
    Optional<Place> place;
    synchronized (this) {
      place =
          makeRoom(origin, victims)
              ? Optional.of(new Place(holder(origin), revoked))
              : Optional.empty();
      place.ifPresent(this::add);
    }
    victims.forEach(victim -> victim.revoked.run());
    return place;
  }

  /** How many places are taken. */
  public synchronized int taken() {
    return taken;
  }

  private boolean makeRoom(Origin origin, List<Place> victims) {
    Holder held = holders.get(origin.name());
    int own = held == null ? 0 : held.size();
    if (own >= share.places(origin)) {
      return held != null && whenFull == WhenFull.REPLACE_OLDEST && revoke(held.oldest(), victims);
    }
    if (taken < share.inAll()) {
      return true;
    }
    int least = whenFull == WhenFull.REPLACE_OLDEST ? Math.max(1, own) : own + 2;
    return revoke(heaviest(Holder::size, holder -> holder.size() >= least), victims);
  }

  private boolean grow(Place place, long more) {
    List<Place> victims = new ArrayList<>();
    boolean stays;
    synchronized (this) {
      if (place.gone) {
        return false;
      }
      place.size += more;
      place.holder.bytes += more;
      bytes += more;
      boolean found = true;
      while (found && place.holder.bytes > share.bytes(place.holder.origin)) {
        found = revoke(place.holder.oldest(), victims);
      }
      while (found && bytes > share.bytesInAll()) {
        found = revoke(heaviest(Holder::bytes, holder -> true), victims);
      }
      stays = !place.gone;
    }
    victims.forEach(victim -> victim.revoked.run());
    return stays;
  }

  private Optional<Place> heaviest(ToLongFunction<Holder> weight, Predicate<Holder> among) {
    return holders.values().stream()
        .filter(among)
        .filter(holder -> holder.oldest().isPresent())
        .max(Comparator.comparingLong(weight))
        .flatMap(Holder::oldest);
  }

  private boolean revoke(Optional<Place> place, List<Place> victims) {
    place.ifPresent(
        found -> {
          remove(found);
          victims.add(found);
        });
    return place.isPresent();
  }

  private Holder holder(Origin origin) {
    return holders.computeIfAbsent(origin.name(), name -> new Holder(origin));
  }

  private void add(Place place) {
    place.holder.places.add(place);
    taken++;
  }

  private void remove(Place place) {
    if (place.gone) {
      return;
    }
    place.gone = true;
    place.holder.places.remove(place);
    place.holder.bytes -= place.size;
    bytes -= place.size;
    taken--;
    if (place.holder.places.isEmpty()) {
      holders.remove(place.holder.origin.name());
    }
  }
}
