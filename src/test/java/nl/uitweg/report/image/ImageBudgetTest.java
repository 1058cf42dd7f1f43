package nl.uitweg.report.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.uitweg.testsupport.DecompressionBombs;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests what images cost, and who waits for whom. */
class ImageBudgetTest {

  private static final int ATTACKERS = 4;

  /**
   * Images of others that a waiting image may see: the one in progress, and one that was faster.
   */
  private static final int MAX_OVERTAKING = 2;

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final ImageDecoder decoder = new ImageDecoder(ImageDecoders.DEFAULT_SETTINGS, meters);
  private final RecordingBudget budget = new RecordingBudget();

  @AfterEach
  void stop() {
    decoder.stop();
  }

  @Test
  void expensiveSmallFilesAreRefusedWithoutDecoding() throws IOException {
    Map<String, byte[]> images = DecompressionBombs.expensiveForTheirSize();
    for (Map.Entry<String, byte[]> image : images.entrySet()) {
      assertThat(decoder.reencode(ImageTask.CLEAN, image.getValue(), budget))
          .as(image.getKey())
          .isEmpty();
    }
    assertThat(count("refused")).isEqualTo(images.size());
    assertThat(budget.used()).as("processor time").isEmpty();
    assertThat(decoder.current()).as("process").isEmpty();
    assertThat(DecompressionBombs.smallLossyWebp()).hasSizeBetween(48_000, 48_100);
  }

  @Test
  void countsWhatImageUsed() throws IOException {
    decoder.reencode(ImageTask.CLEAN, Photos.noise(1_500, 1_500), budget);
    assertThat(budget.used()).hasSize(1).allMatch(used -> used.compareTo(Duration.ZERO) > 0);
    assertThat(meters.counter("uitweg.images.processor.seconds").count())
        .isEqualTo(budget.used().get(0).toMillis() / 1e3);
  }

  @Test
  void imageThatEndsProcessPaysForStartOfNext() throws IOException {
    ImageDecoder small =
        new ImageDecoder(
            new ImageDecoders.Settings(
                40,
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(3),
                Duration.ofMinutes(5),
                Duration.ofMinutes(1)),
            meters);
    try {
      small.isAvailable();
      Duration start = small.current().orElseThrow().startCpuTime();
      assertThat(small.reencode(ImageTask.CLEAN, Photos.jpeg(4_900, 4_800, ""), budget)).isEmpty();
      assertThat(start).isPositive();
      assertThat(budget.used()).hasSize(1).allMatch(used -> used.compareTo(start) >= 0);
    } finally {
      small.stop();
    }
  }

  @Test
  void decodesNothingWhenBudgetIsSpent() throws IOException {
    RecordingBudget spent =
        new RecordingBudget() {
          @Override
          public boolean isSpent() {
            return true;
          }
        };
    assertThat(decoder.reencode(ImageTask.CLEAN, Photos.jpeg(120, 40, ""), spent)).isEmpty();
    assertThat(count("over-budget")).isEqualTo(1);
    assertThat(spent.used()).isEmpty();
  }

  @Test
  void imageThatMayNotWaitIsDecodedWhenNobodyElseWaits() throws IOException {
    assertThat(decoder.reencode(ImageTask.CLEAN, Photos.jpeg(120, 40, ""), new LastInLine()))
        .isPresent();
  }

  @Test
  void photoIsCleanedWhileOthersWithoutTimeSendExpensiveImages() throws Exception {
    List<byte[]> expensive =
        List.of(
            DecompressionBombs.expensiveToDecode().get("JPEG of forty scans"),
            DecompressionBombs.smallLossyWebp());
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger decodedForAttackers = new AtomicInteger();
    AtomicInteger askedToTryAgain = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(ATTACKERS);
    List<? extends Future<?>> attack =
        IntStream.range(0, ATTACKERS)
            .mapToObj(
                attacker ->
                    threads.submit(
                        () -> {
                          for (int i = attacker; !done.get(); i++) {
                            try {
                              decoder.reencode(
                                  ImageTask.CLEAN,
                                  expensive.get(i % expensive.size()),
                                  new LastInLine(decodedForAttackers));
                            } catch (ImagesBusyException busy) {
                              askedToTryAgain.incrementAndGet();
                            }
                          }
                        }))
            .toList();
    try {
      TestTimeout.await().until(() -> askedToTryAgain.get() >= ATTACKERS);
      AtomicInteger before = new AtomicInteger();
      AtomicInteger after = new AtomicInteger();
      RecordingBudget honest =
          new RecordingBudget() {
            @Override
            public boolean mayWait() {
              before.set(decodedForAttackers.get());
              return true;
            }

            @Override
            public void use(Duration processorTime) {
              after.set(decodedForAttackers.get());
              super.use(processorTime);
            }
          };
      Optional<ReencodedImage> cleaned =
          decoder.reencode(ImageTask.CLEAN, Photos.jpeg(2_000, 1_500, ""), honest);
      assertThat(cleaned).isPresent();
      assertThat(after.get() - before.get()).isLessThanOrEqualTo(MAX_OVERTAKING);
    } finally {
      done.set(true);
      threads.shutdown();
    }
    for (Future<?> attacker : attack) {
      attacker.get();
    }
  }

  private double count(String outcome) {
    return meters.counter("uitweg.images", "outcome", outcome).count();
  }

  /** The budget of a visitor who has used all time. */
  private static final class LastInLine extends RecordingBudget {

    private final AtomicInteger decoded;

    LastInLine() {
      this(new AtomicInteger());
    }

    LastInLine(AtomicInteger decoded) {
      this.decoded = decoded;
    }

    @Override
    public boolean mayWait() {
      return false;
    }

    @Override
    public void use(Duration processorTime) {
      decoded.incrementAndGet();
    }
  }
}
