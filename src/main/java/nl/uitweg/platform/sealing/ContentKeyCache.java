package nl.uitweg.platform.sealing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;

/**
 * An {@link Opener} for many reports at once: remembers what it unwrapped, for a quarter of an hour
 * and in the memory of this process only. Whoever asks must bring the wrapped key, so it gives
 * nothing to someone whom the database does not show that key. Never remembers content.
 */
public final class ContentKeyCache {

  private static final int MOST = 50_000;
  private static final Duration LIFE = Duration.ofMinutes(15);

  private final Opener opener;
  private final Cache<Wrapped, ContentKey> keys;

  public ContentKeyCache(Opener opener) {
    this(opener, Ticker.systemTicker());
  }

  ContentKeyCache(Opener opener, Ticker ticker) {
    this.opener = opener;
    this.keys =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(LIFE)
            .scheduler(Scheduler.systemScheduler())
            .ticker(ticker)
            .build();
  }

  /** A question to the opener; the buffer compares by its bytes. */
  private record Wrapped(String recipient, String what, UUID id, ByteBuffer key) {}

  /**
   * As {@link Opener#unwrap}.
   *
   * @throws UnsealException when the wrapped key was altered or belongs to another report or
   *     recipient
   */
  public ContentKey unwrap(String recipient, String what, UUID id, byte[] wrapped)
      throws UnsealException {
    Wrapped question = new Wrapped(recipient, what, id, ByteBuffer.wrap(wrapped));
    ContentKey known = keys.getIfPresent(question);
    if (known == null) {
      known = opener.unwrap(recipient, what, id, wrapped);
      keys.put(question, known);
    }
    return known;
  }

  /** How many keys are remembered now. */
  long size() {
    keys.cleanUp();
    return keys.estimatedSize();
  }
}
