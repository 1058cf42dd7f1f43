package nl.uitweg.report.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import nl.uitweg.report.image.header.ImageHeader;
import nl.uitweg.report.image.header.RefusedImageException;
import nl.uitweg.testsupport.DecompressionBombs;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes are, a header reader gives a header within the bounds or refuses, and a
 * decoder draws or says that it cannot. Without JAZZER_FUZZ only the seeds are tried.
 */
class ImageFuzzTest {

  /** Small, so that a fuzzer tries many. */
  private static final long MOST_PIXELS = 250_000;

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10m")
  void headersAreWithinTheBoundsOrRefused(byte[] image) {
    try {
      ImageHeader header = ImageHeader.read(image);
      assertThat(header.pixels()).isBetween(1L, 120_000_000L);
      assertThat(header.frames()).isBetween(1, 1_000);
    } catch (RefusedImageException refused) {
      assertThat(refused.reason()).isNotNull();
    }
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10m")
  void decodersDrawOrSayThatTheyCannot(byte[] image) {
    try {
      if (ImageHeader.read(image).pixels() <= MOST_PIXELS) {
        DrawnImage drawn = ImageDrawing.draw(ImageTask.CLEAN, image);
        assertThat(ImageHeader.read(drawn.content()).format()).isEqualTo(drawn.format());
      }
    } catch (IOException | RuntimeException undrawn) {
      assertThat(undrawn).isNotNull();
    }
  }

  static Stream<byte[]> seeds() throws IOException {
    return Stream.concat(
        Malformed.sound().values().stream(),
        DecompressionBombs.refusedByHeader().values().stream());
  }
}
