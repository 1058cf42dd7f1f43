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
  private ContentKeyCache memory;
  private byte[] wrapped;
  private byte[] sealed;

  @BeforeEach
  void sealOne() {
    KeyFolder.createIfMissing(folder, List.of("zandvoort", "heemstede"));
    Sealer sealer = Sealer.read(folder.resolve("public"));
    ContentKey key = sealer.freshKey();
    wrapped = sealer.wrapFor("zandvoort", key, "report", ID);
    sealed = key.seal(AssociatedData.of("report", ID), new byte[] {7});
    memory = new ContentKeyCache(Opener.read(folder.resolve("private")), nanos::get);
  }

  @Test
  void a_remembered_key_opens_the_same_report() throws UnsealException {
    for (int i = 0; i < 2; i++) {
      assertThat(
              memory
                  .unwrap("zandvoort", "report", ID, wrapped)
                  .open(AssociatedData.of("report", ID), sealed))
          .containsExactly(7);
    }
    assertThat(memory.size()).isEqualTo(1);
  }

  @Test
  void what_was_altered_or_is_anothers_still_does_not_open() throws UnsealException {
    memory.unwrap("zandvoort", "report", ID, wrapped);
    byte[] altered = wrapped.clone();
    altered[altered.length - 1] ^= 1;
    assertThatThrownBy(() -> memory.unwrap("zandvoort", "report", ID, altered))
        .isInstanceOf(UnsealException.class);
    assertThatThrownBy(() -> memory.unwrap("heemstede", "report", ID, wrapped))
        .isInstanceOf(UnsealException.class);
    assertThatThrownBy(() -> memory.unwrap("zandvoort", "report", UUID.randomUUID(), wrapped))
        .isInstanceOf(UnsealException.class);
    assertThat(memory.size()).isEqualTo(1);
  }

  @Test
  void a_key_is_forgotten_after_a_quarter_of_an_hour_also_when_it_is_used() throws UnsealException {
    memory.unwrap("zandvoort", "report", ID, wrapped);
    nanos.addAndGet(Duration.ofMinutes(14).toNanos());
    memory.unwrap("zandvoort", "report", ID, wrapped);
    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    assertThat(memory.size()).isZero();
  }
}
