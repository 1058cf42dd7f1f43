package nl.uitweg.report.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Tests the resource limits, the isolation and the restart of the image process. */
class ImageProcessTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private ImageDecoder decoder = new ImageDecoder(ImageDecoders.DEFAULT_SETTINGS, meters);

  @AfterEach
  void stop() {
    decoder.stop();
  }

  @Test
  void reusesProcessForNextImage() throws IOException {
    assertThat(reencodePhoto()).isPresent();
    ProcessHandle first = process();
    assertThat(reencodePhoto()).isPresent();
    assertThat(process()).isEqualTo(first);
    assertThat(count("reencoded")).isEqualTo(2);
  }

  @Test
  void killsProcessThatExceedsCpuTime() throws IOException {
    useSettings(settings(320, Duration.ofMillis(1), Duration.ofMinutes(3)));
    assertThat(decoder.reencode(ImageTask.CLEAN, Photos.noise(1_500, 1_500), ImageBudget.UNLIMITED))
        .isEmpty();
    assertThat(count("too-costly")).isEqualTo(1);
    useSettings(ImageDecoders.DEFAULT_SETTINGS);
    assertThat(reencodePhoto()).isPresent();
  }

  @Test
  void killsProcessThatExceedsElapsedTime() throws IOException {
    useSettings(settings(320, Duration.ofMinutes(1), Duration.ofMillis(1)));
    assertThat(decoder.reencode(ImageTask.CLEAN, Photos.noise(1_500, 1_500), ImageBudget.UNLIMITED))
        .isEmpty();
    assertThat(count("too-costly")).isEqualTo(1);
    useSettings(ImageDecoders.DEFAULT_SETTINGS);
    assertThat(reencodePhoto()).isPresent();
  }

  @Test
  void survivesImageThatExhaustsMemoryOfProcess() throws IOException {
    useSettings(settings(40, Duration.ofMinutes(1), Duration.ofMinutes(3)));
    assertThat(
            decoder.reencode(ImageTask.CLEAN, Photos.jpeg(5_000, 4_000, ""), ImageBudget.UNLIMITED))
        .isEmpty();
    assertThat(count("crashed")).isEqualTo(1);
    assertThat(reencodePhoto()).isPresent();
  }

  @Test
  void restartsKilledProcess() throws IOException {
    assertThat(reencodePhoto()).isPresent();
    process().destroyForcibly();
    process().onExit().join();
    assertThat(reencodePhoto()).isPresent();
  }

  @Test
  void stopsIdleProcess() throws IOException {
    useSettings(
        new ImageDecoders.Settings(
            320,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(3),
            Duration.ofMinutes(5),
            Duration.ofMillis(50)));
    assertThat(reencodePhoto()).isPresent();
    TestTimeout.await()
        .until(() -> decoder.current().isEmpty() || !decoder.current().get().isAlive());
    assertThat(reencodePhoto()).isPresent();
  }

  @Test
  void countsImagesWhenProcessCannotBeStarted() throws IOException {
    useSettings(
        settings(-1, Duration.ofMinutes(1), Duration.ofMinutes(3))); // no heap: Java refuses
    assertThat(reencodePhoto()).isEmpty();
    assertThat(count("not-started")).isEqualTo(1);
    assertThat(decoder.isAvailable()).isFalse();
    useSettings(ImageDecoders.DEFAULT_SETTINGS);
    assertThat(decoder.isAvailable()).isTrue();
  }

  @Test
  void throwsImagesBusyExceptionAfterQueueTimeout() throws IOException {
    useSettings(
        new ImageDecoders.Settings(
            320,
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(3),
            Duration.ZERO,
            Duration.ofMinutes(1)));
    byte[] large = Photos.noise(1_500, 1_500);
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () -> {
              try {
                decoder.reencode(ImageTask.CLEAN, large, ImageBudget.UNLIMITED);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    TestTimeout.await().until(() -> decoder.current().isPresent());
    assertThatExceptionOfType(ImagesBusyException.class).isThrownBy(this::reencodePhoto);
    first.join();
    assertThat(reencodePhoto()).isPresent();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void processHasNoEnvironmentAndNoOpenFiles() throws IOException {
    assertThat(reencodePhoto()).isPresent();
    Path proc = Path.of("/proc", Long.toString(process().pid()));
    assertThat(text(proc.resolve("environ"))).doesNotContain("PATH=").hasSizeLessThan(80);
    assertThat(text(proc.resolve("limits")))
        .containsPattern("Max core file size +0 ")
        .containsPattern("Max file size +0 ")
        .containsPattern("Max open files +64 ");
    try (Stream<Path> open = Files.list(proc.resolve("fd"))) {
      List<String> targets = open.map(ImageProcessTest::target).toList();
      assertThat(targets)
          .allMatch(
              target ->
                  target.startsWith("pipe:")
                      || target.startsWith("/dev/")
                      || target.endsWith(".jar")
                      || target.endsWith("/modules"));
    }
  }

  private void useSettings(ImageSettings settings) {
    decoder.stop();
    decoder = new ImageDecoder(settings, meters);
  }

  private static ImageSettings settings(int memory, Duration cpuTime, Duration time) {
    return new ImageDecoders.Settings(
        memory, cpuTime, Duration.ofMinutes(5), time, Duration.ofMinutes(5), Duration.ofMinutes(1));
  }

  private Optional<ReencodedImage> reencodePhoto() throws IOException {
    return decoder.reencode(ImageTask.CLEAN, Photos.jpeg(120, 40, ""), ImageBudget.UNLIMITED);
  }

  private ProcessHandle process() {
    return decoder.current().orElseThrow().handle();
  }

  private double count(String outcome) {
    return meters.counter("uitweg.images", "outcome", outcome).count();
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException gone) {
      return "/dev/null";
    }
  }
}
