package nl.uitweg.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentKeyCacheTest {

  private static final UUID ID = UUID.fromString("7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab");

  @TempDir Path folder;

  private final AtomicLong nanos = new AtomicLong();
  private ContentKeyCache cache;
  private byte[] wrapped;
  private byte[] sealed;

  @BeforeEach
  void sealContent() {
    KeyFolder.createIfMissing(folder, List.of("zilvervoort", "lindestede"));
    Sealer sealer = Sealer.read(folder.resolve("public"));
    ContentKey key = sealer.freshKey();
    wrapped = sealer.wrapFor("zilvervoort", key, "report", ID);
    sealed = key.seal(AssociatedData.of("report", ID), new byte[] {7});
    cache = new ContentKeyCache(Opener.read(folder.resolve("private")), nanos::get);
  }

  @Test
  void unwrapsTheSameKeyFromTheCache() throws UnsealException {
    for (int i = 0; i < 2; i++) {
      assertThat(
              cache
                  .unwrap("zilvervoort", "report", ID, wrapped)
                  .open(AssociatedData.of("report", ID), sealed))
          .containsExactly(7);
    }
    assertThat(cache.size()).isEqualTo(1);
  }

  @Test
  void rejectsAlteredKeyAndWrongKeysetOrReportDespiteCache() throws UnsealException {
    cache.unwrap("zilvervoort", "report", ID, wrapped);
    byte[] altered = wrapped.clone();
    altered[altered.length - 1] ^= 1;
    assertThatThrownBy(() -> cache.unwrap("zilvervoort", "report", ID, altered))
        .isInstanceOf(UnsealException.class);
    assertThatThrownBy(() -> cache.unwrap("lindestede", "report", ID, wrapped))
        .isInstanceOf(UnsealException.class);
    assertThatThrownBy(() -> cache.unwrap("zilvervoort", "report", UUID.randomUUID(), wrapped))
        .isInstanceOf(UnsealException.class);
    assertThat(cache.size()).isEqualTo(1);
  }

  @Test
  void expiresKeysAfterFifteenMinutesEvenWhenUsed() throws UnsealException {
    cache.unwrap("zilvervoort", "report", ID, wrapped);
    nanos.addAndGet(Duration.ofMinutes(14).toNanos());
    cache.unwrap("zilvervoort", "report", ID, wrapped);
    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    assertThat(cache.size()).isZero();
  }
}
