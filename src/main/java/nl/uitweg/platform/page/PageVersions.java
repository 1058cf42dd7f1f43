package nl.uitweg.platform.page;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stored page through time: the version that is valid now and, shortly before a change, the next
 * one. Earlier versions are dropped. A page whose {@link TimeState} is constant has one version.
 *
 * <p>Safe for use by several threads; {@link #prepare} is called by one thread only.
 */
final class PageVersions {

  private final Function<Instant, TimeState> states;
  private final Function<Instant, StoredPage> renderer;
  private volatile @Nullable Version current;
  private volatile @Nullable Version next;

  PageVersions(Function<Instant, TimeState> states, Function<Instant, StoredPage> renderer) {
    this.states = states;
    this.renderer = renderer;
  }

  /** The page as it looks from one moment, included, until another, excluded. */
  private record Version(StoredPage page, String key, Instant from, Instant until) {
    boolean isValidAt(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }

  /**
   * The page as it must look at this moment. When that version was not prepared, it is rendered
   * here, which takes some milliseconds, and is not compressed yet.
   */
  StoredPage at(Instant now) {
    return versionAt(now).page();
  }

  private Version versionAt(Instant now) {
    Version version = current;
    return version != null && version.isValidAt(now) ? version : replaceCurrent(now);
  }

  private synchronized Version replaceCurrent(Instant now) {
    Version version = current;
    if (version == null || !version.isValidAt(now)) {
      Version prepared = next;
      version = prepared != null && prepared.isValidAt(now) ? prepared : render(now, version);
      current = version;
      next = null;
    }
    return version;
  }

  /**
   * Renders and compresses the version that follows when it becomes valid within the given time.
   * Compresses the current version if it was rendered for a request.
   *
   * @param quality of brotli, 0 to 11
   */
  void prepare(Instant now, Duration ahead, int quality) {
    Version version = versionAt(now);
    version.page().compress(quality);
    if (version.until().isAfter(now.plus(ahead))) {
      return;
    }
    Version prepared = next;
    if (prepared == null || !prepared.isValidAt(version.until())) {
      prepared = render(version.until(), version);
      prepared.page().compress(quality);
      next = prepared;
    }
  }

  /** The version at this moment; it has the page of the other version when they look the same. */
  private Version render(Instant at, @Nullable Version other) {
    TimeState state = states.apply(at);
    boolean constant = state.until().equals(Instant.MAX);
    return new Version(
        other != null && other.key().equals(state.key()) ? other.page() : renderer.apply(at),
        state.key(),
        constant ? Instant.MIN : at,
        state.until());
  }
}
