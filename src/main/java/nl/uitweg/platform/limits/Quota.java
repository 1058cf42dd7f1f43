package nl.uitweg.platform.limits;

/**
 * How much there is, and how much of it one origin may hold.
 *
 * @param inAll places for everyone together
 * @param each places for one origin
 * @param bytesInAll bytes for everyone together
 * @param bytesEach bytes for one origin
 */
public record Quota(int inAll, int each, long bytesInAll, long bytesEach) {

  /** The onion service is one origin for very many people: it may hold this part of everything. */
  private static final int ONION_PART = 4;

  /** Places without a size. */
  public static Quota of(int inAll, int each) {
    return new Quota(inAll, each, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  int places(Origins.Origin origin) {
    return origin.onion() ? Math.max(each, inAll / ONION_PART) : each;
  }

  long bytes(Origins.Origin origin) {
    return origin.onion() ? Math.max(bytesEach, bytesInAll / ONION_PART) : bytesEach;
  }
}
