package nl.uitweg.platform.sealing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;

/**
 * A cache of unwrapped content keys in front of {@link Opener}, for reading many reports. Entries
 * live 15 minutes, in the memory of this process only. The cache key contains the wrapped key, so
 * only a caller who can read that wrapped key from the database gets the content key. Decrypted
 * content is never cached.
 */
public final class ContentKeyCache {

  private static final int MAX_KEYS = 50_000;
  private static final Duration TIME_TO_LIVE = Duration.ofMinutes(15);

  private final Opener opener;
  private final Cache<CacheKey, ContentKey> keys;

  public ContentKeyCache(Opener opener) {
    this(opener, Ticker.systemTicker());
  }

  ContentKeyCache(Opener opener, Ticker ticker) {
    this.opener = opener;
    this.keys =
        Caffeine.newBuilder()
            .maximumSize(MAX_KEYS)
            .expireAfterWrite(TIME_TO_LIVE)
            .scheduler(Scheduler.systemScheduler())
            .ticker(ticker)
            .build();
  }

  /** The arguments of {@link Opener#unwrap}; a byte buffer is compared by content. */
  private record CacheKey(String keysetName, String keyName, UUID id, ByteBuffer wrapped) {}

  /**
   * Like {@link Opener#unwrap}, with a cache.
   *
   * @throws UnsealException when there is no such keyset, or when the wrapped key was altered or
   *     was wrapped for another keyset, object or key name
   */
  public ContentKey unwrap(String keysetName, String keyName, UUID id, byte[] wrapped)
      throws UnsealException {
    CacheKey cacheKey = new CacheKey(keysetName, keyName, id, ByteBuffer.wrap(wrapped));
    ContentKey key = keys.getIfPresent(cacheKey);
    if (key == null) {
      key = opener.unwrap(keysetName, keyName, id, wrapped);
      keys.put(cacheKey, key);
    }
    return key;
  }

  /** Number of cached keys. */
  long size() {
    keys.cleanUp();
    return keys.estimatedSize();
  }
}
