package nl.uitweg.platform.limits;

/**
 * Slots and bytes that are available in total and to one origin.
 *
 * @param totalSlots slots for all origins together
 * @param slotsPerOrigin slots for one origin
 * @param totalBytes bytes for all origins together
 * @param bytesPerOrigin bytes for one origin
 */
public record Quota(int totalSlots, int slotsPerOrigin, long totalBytes, long bytesPerOrigin) {

  /**
   * The onion service is one origin for all its visitors. It may hold {@code 1 / ONION_DIVISOR} of
   * all slots and bytes, or the quota of one origin when that is larger.
   */
  private static final int ONION_DIVISOR = 4;

  /** A quota of slots without a limit on bytes. */
  public static Quota of(int totalSlots, int slotsPerOrigin) {
    return new Quota(totalSlots, slotsPerOrigin, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  int slots(Origins.Origin origin) {
    return origin.onion() ? Math.max(slotsPerOrigin, totalSlots / ONION_DIVISOR) : slotsPerOrigin;
  }

  long bytes(Origins.Origin origin) {
    return origin.onion() ? Math.max(bytesPerOrigin, totalBytes / ONION_DIVISOR) : bytesPerOrigin;
  }
}
