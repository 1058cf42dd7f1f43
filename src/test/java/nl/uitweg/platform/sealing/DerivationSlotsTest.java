package nl.uitweg.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivationSlotsTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch release = new CountDownLatch(1);

  @TempDir Path keys;

  @AfterEach
  void stop() {
    release.countDown();
    threads.shutdownNow();
  }

  @Test
  void refusesImmediatelyWhenTooManyWait() throws Exception {
    DerivationSlots slots = new DerivationSlots(1, 1, Duration.ofMinutes(10));
    Future<Integer> running = occupy(slots);
    CountDownLatch refused = new CountDownLatch(2);
    List<Future<Integer>> three =
        Stream.generate(() -> threads.submit(() -> runOrRefuse(slots, refused))).limit(3).toList();
    refused.await(); // two of three are refused while the first derivation still runs
    release.countDown();
    assertThat(running.get()).isEqualTo(1);
    int sum = 0;
    for (Future<Integer> derivation : three) {
      sum += derivation.get();
    }
    assertThat(sum).as("one of them waited for a slot").isEqualTo(2);
    assertThat(slots.run(() -> 4)).as("slots are released").isEqualTo(4);
  }

  private static int runOrRefuse(DerivationSlots slots, CountDownLatch refused) {
    try {
      return slots.run(() -> 2);
    } catch (ReceiptDerivation.BusyException busy) {
      refused.countDown();
      return 0;
    }
  }

  @Test
  void givesUpAfterTheMaximumWait() throws Exception {
    DerivationSlots slots = new DerivationSlots(1, 5, Duration.ofMillis(1));
    Future<Integer> running = occupy(slots);
    assertThatThrownBy(() -> slots.run(() -> 2))
        .isInstanceOf(ReceiptDerivation.BusyException.class);
    release.countDown();
    assertThat(running.get()).isEqualTo(1);
  }

  @Test
  void releasesTheSlotWhenTheDerivationFails() {
    DerivationSlots slots = new DerivationSlots(1, 0, Duration.ofMinutes(10));
    assertThatThrownBy(
            () ->
                slots.run(
                    () -> {
                      throw new IllegalStateException("failed");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(slots.run(() -> 1)).isEqualTo(1);
  }

  @Test
  void sendsWhileAllReadingSlotsAreOccupied() throws Exception {
    KeyFolder.createIfMissing(keys, List.of("zilvervoort"));
    ReceiptDerivation receiptDerivation = ReceiptDerivation.read(keys.resolve("public"));
    List<Future<Integer>> readers =
        List.of(occupy(receiptDerivation.readingSlots), occupy(receiptDerivation.readingSlots));
    ReceiptCode code = receiptDerivation.receiptCode(receiptDerivation.newSeed());
    ReceiptDerivation.Access sent = receiptDerivation.accessForSending(code);
    release.countDown();
    for (Future<Integer> reader : readers) {
      assertThat(reader.get()).isEqualTo(1);
    }
    assertThat(sent.lookupId()).isEqualTo(receiptDerivation.accessForReading(code).lookupId());
  }

  /** Occupies a slot until the latch is released. */
  private Future<Integer> occupy(DerivationSlots slots) throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    Future<Integer> running =
        threads.submit(
            () ->
                slots.run(
                    () -> {
                      inside.countDown();
                      try {
                        release.await();
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                      }
                      return 1;
                    }));
    inside.await();
    return running;
  }
}
