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
 * Fuzz tests: for any bytes, reading the header returns a valid header or throws {@link
 * RefusedImageException}, and re-encoding succeeds or throws. Without {@code JAZZER_FUZZ} only the
 * seeds are tested.
 */
class ImageFuzzTest {

  /** Small, so that a fuzzer can test many images. */
  private static final long MAX_PIXELS = 250_000;

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10m")
  void headerIsWithinLimitsOrRejected(byte[] image) {
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
  void imageIsReencodedOrRejected(byte[] image) {
    try {
      if (ImageHeader.read(image).pixels() <= MAX_PIXELS) {
        ReencodedImage result = ImageReencoder.reencode(ImageTask.CLEAN, image);
        assertThat(ImageHeader.read(result.content()).format()).isEqualTo(result.format());
      }
    } catch (IOException | RuntimeException failure) {
      assertThat(failure).isNotNull();
    }
  }

  static Stream<byte[]> seeds() throws IOException {
    return Stream.concat(
        MalformedImages.wellFormed().values().stream(),
        DecompressionBombs.refusedByHeader().values().stream());
  }
}
