package nl.uitweg.audit;

import java.util.Optional;

/** Walks the chain event by event and names the first link that does not hold. */
public final class AuditChain {

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

  /** Reads the whole chain from the database, some thousand events at a time. */
  public static AuditChain verify() {
    AuditChain chain = new AuditChain();
    long last = Long.MIN_VALUE;
    while (chain.broken.isEmpty()) {
      java.util.List<AuditEvent> events = AuditEvent.after(last, 2_000);
      if (events.isEmpty()) {
        break;
      }
      events.forEach(chain::next);
      last = events.get(events.size() - 1).position;
      AuditEvent.getEntityManager().clear();
    }
    return chain;
  }
}
