package nl.uitweg.platform.limits;

import nl.uitweg.platform.limits.Origins.Origin;

/**
 * Slots and bytes that are available in total, to one origin and, derived from these, to all
 * origins of one network.
 *
 * @param totalSlots slots for all origins together
 * @param slotsPerOrigin slots for one origin
 * @param totalBytes bytes for all origins together
 * @param bytesPerOrigin bytes for one origin
 */
public record Quota(int totalSlots, int slotsPerOrigin, long totalBytes, long bytesPerOrigin) {

  /** The origins of one network together get at most this many times what one origin gets. */
  public static final int NETWORK_FACTOR = 4;

  /**
   * The onion service is one origin for all its visitors. It may hold {@code 1 /
   * LARGE_SHARE_DIVISOR} of all slots and bytes, or the quota of one origin when that is larger.
   * The origins of any other network together hold no more than that either.
   */
  private static final int LARGE_SHARE_DIVISOR = 4;

  /** Number of bytes that is never reached; {@link #NETWORK_FACTOR} times it is still a long. */
  private static final long UNLIMITED = Long.MAX_VALUE / NETWORK_FACTOR;

  /** A quota of slots without a limit on bytes. */
  public static Quota of(int totalSlots, int slotsPerOrigin) {
    return new Quota(totalSlots, slotsPerOrigin, UNLIMITED, UNLIMITED);
  }

  int slots(Origin origin) {
    return (int) share(origin, totalSlots, slotsPerOrigin);
  }

  long bytes(Origin origin) {
    return share(origin, totalBytes, bytesPerOrigin);
  }

  /** Slots for all origins in the network of this origin together. */
  int networkSlots(Origin origin) {
    return (int) networkShare(origin, totalSlots, slotsPerOrigin);
  }

  /** Bytes for all origins in the network of this origin together. */
  long networkBytes(Origin origin) {
    return networkShare(origin, totalBytes, bytesPerOrigin);
  }

  private static long share(Origin origin, long total, long perOrigin) {
    return origin.onion() ? Math.max(perOrigin, total / LARGE_SHARE_DIVISOR) : perOrigin;
  }

  /**
   * The share of a network, never less than that of one origin, so that it does not limit a network
   * with a single origin.
   */
  private static long networkShare(Origin origin, long total, long perOrigin) {
    return Math.max(
        share(origin, total, perOrigin),
        Math.min(NETWORK_FACTOR * perOrigin, total / LARGE_SHARE_DIVISOR));
  }
}
