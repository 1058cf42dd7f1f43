package nl.uitweg.audit;

import java.util.Optional;

/** Walks the chain event by event and names the first link that does not hold. */
public final class AuditChain {

  private static final int AT_ONCE = 2_000;

  private long position;
  private String hash = AuditEvent.START;
  private Optional<Break> broken = Optional.empty();

  /**
   * The first broken link.
   *
   * @param reason edited, removed, inserted or reordered
   */
  public record Break(long position, String reason) {}

  /** Takes the next event in order of position; after a break nothing more is looked at. */
  void next(AuditEvent event) {
    if (broken.isPresent()) {
      return;
    }
    if (event.position != position + 1) {
      broken = Optional.of(new Break(position + 1, "removed"));
    } else if (!event.expectedHash().equals(event.hash)) {
      broken = Optional.of(new Break(event.position, "edited"));
    } else if (!event.previous.equals(hash)) {
      broken = Optional.of(new Break(event.position, "inserted or reordered"));
    } else {
      position = event.position;
      hash = event.hash;
    }
  }

  /** Empty when every link holds. */
  public Optional<Break> broken() {
    return broken;
  }

  /** Number of events that hold. */
  public long length() {
    return position;
  }

  /** Hash of the last event that holds. */
  public String head() {
    return hash;
  }

  /** Looks once more at the last event that held: it may have been changed or replaced since. */
  void again(AuditEvent event) {
    if (event.position != position
        || !event.hash.equals(hash)
        || !event.expectedHash().equals(hash)) {
      broken = Optional.of(new Break(position, "edited"));
    }
  }

  /** The last event that held is no longer there. */
  void gone() {
    if (position > 0) {
      broken = Optional.of(new Break(position, "removed"));
    }
  }

  /** Takes at most this many events that follow. */
  void walk(int most) {
    AuditEvent.after(position, most).forEach(this::next);
  }

  /** Reads the whole chain from the database, some thousand events at a time. */
  public static AuditChain verify() {
    AuditChain chain = new AuditChain();
    long before = -1;
    AuditEvent.after(Long.MIN_VALUE, 1).forEach(chain::next);
    while (chain.broken.isEmpty() && chain.position > before) {
      before = chain.position;
      chain.walk(AT_ONCE);
      AuditEvent.getEntityManager().flush();
      AuditEvent.getEntityManager().clear();
    }
    return chain;
  }
}
