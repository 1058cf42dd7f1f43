package nl.uitweg.audit;

import java.util.Optional;

/** Verifies the audit chain event by event and reports the first broken link. */
public final class AuditChain {

  private long position;
  private String hash = AuditEvent.GENESIS_HASH;
  private Optional<Break> firstBreak = Optional.empty();

  /**
   * A broken link.
   *
   * @param position position of the event, counted from 1; lower when an event was inserted before
   *     the first one
   * @param reason {@code edited}, {@code removed} or {@code inserted or reordered}
   */
  public record Break(long position, String reason) {}

  /** Verifies the next event in order of position. Ignores all events after a break. */
  public void accept(AuditEvent event) {
    if (firstBreak.isPresent()) {
      return;
    }
    if (event.position <= position) {
      firstBreak = Optional.of(new Break(event.position, "inserted or reordered"));
    } else if (event.position != position + 1) {
      firstBreak = Optional.of(new Break(position + 1, "removed"));
    } else if (!event.expectedHash().equals(event.hash)) {
      firstBreak = Optional.of(new Break(event.position, "edited"));
    } else if (!event.previousHash.equals(hash)) {
      firstBreak = Optional.of(new Break(event.position, "inserted or reordered"));
    } else {
      position = event.position;
      hash = event.hash;
    }
  }

  /** The first broken link; empty when every event so far is valid. */
  public Optional<Break> firstBreak() {
    return firstBreak;
  }

  /** Number of valid events, counted from the first event of the chain. */
  public long validEvents() {
    return position;
  }

  /** Hash of the last valid event; 64 zeros when there is none. */
  public String head() {
    return hash;
  }

  /**
   * Verifies the last valid event again, as the database has it now: it may have been changed or
   * replaced since it was verified.
   */
  void recheckLast(AuditEvent event) {
    if (event.position != position
        || !event.hash.equals(hash)
        || !event.expectedHash().equals(hash)) {
      firstBreak = Optional.of(new Break(position, "edited"));
    }
  }

  /** Records a break because the last valid event is no longer in the database. */
  void markLastRemoved() {
    if (position > 0) {
      firstBreak = Optional.of(new Break(position, "removed"));
    }
  }
}
