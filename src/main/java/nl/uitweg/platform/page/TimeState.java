package nl.uitweg.platform.page;

import java.time.Instant;
import java.util.List;

/**
 * What a page shows that depends on the time, such as who can be called now.
 *
 * @param key the same at two moments exactly when the page looks the same at both
 * @param until the first moment at which the page may look different
 */
public record TimeState(String key, Instant until) {

  /** The state of a page that does not depend on the time. */
  public static final TimeState CONSTANT = new TimeState("", Instant.MAX);

  /** The state of a page that shows all of these. */
  public static TimeState of(List<TimeState> parts) {
    return new TimeState(
        String.join("|", parts.stream().map(TimeState::key).toList()),
        parts.stream().map(TimeState::until).min(Instant::compareTo).orElse(Instant.MAX));
  }
}
