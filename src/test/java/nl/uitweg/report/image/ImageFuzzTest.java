package nl.uitweg.report.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.report.image.header.ImageHeader;
import nl.uitweg.report.image.header.RefusedImageException;
import nl.uitweg.testsupport.DecompressionBombs;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fuzz tests of images: the header, the decoder of each format, and what the process of the
 * decoders answers. An image is refused, or becomes a clean image that is read again.
 */
class ImageFuzzTest {

  /** Small, so that a fuzzer can test many images. */
  private static final long MAX_PIXELS = 250_000;

  private static final int MAX_ANSWER_BYTES = 100_000;

  @MethodSource("seeds")
  @FuzzTest
  void headerIsWithinLimitsOrRejected(byte[] image) {
    try {
      ImageHeader header = ImageHeader.read(image);
      assertThat(header.pixels()).isBetween(1L, 120_000_000L);
      assertThat(header.frames()).isBetween(1, 1_000);
    } catch (RefusedImageException refused) {
      assertThat(refused.reason()).isNotNull();
    }
  }

  @MethodSource("jpegs")
  @FuzzTest
  void jpegIsReencodedOrRejected(byte[] image) {
    reencodeOrReject(image);
  }

  @MethodSource("pngs")
  @FuzzTest
  void pngIsReencodedOrRejected(byte[] image) {
    reencodeOrReject(image);
  }

  @MethodSource("gifs")
  @FuzzTest
  void gifIsReencodedOrRejected(byte[] image) {
    reencodeOrReject(image);
  }

  @MethodSource("webps")
  @FuzzTest
  void webpIsReencodedOrRejected(byte[] image) {
    reencodeOrReject(image);
  }

  @MethodSource("bmps")
  @FuzzTest
  void bmpIsReencodedOrRejected(byte[] image) {
    reencodeOrReject(image);
  }

  /** The process that decodes hostile images may itself have become hostile. */
  @FuzzTest
  void answerOfTheDecoderIsReadOrRejected(byte[] answer) {
    try {
      Optional<ReencodedImage> image =
          ImageProtocol.readResponse(
              new DataInputStream(new ByteArrayInputStream(answer)), MAX_ANSWER_BYTES);
      image.ifPresent(
          read -> assertThat(read.content()).hasSizeLessThanOrEqualTo(MAX_ANSWER_BYTES));
    } catch (IOException rejected) {
      assertThat(rejected).isNotNull();
    }
  }

  /** As the process of the decoders does, which answers "no image" after an exception. */
  private static void reencodeOrReject(byte[] image) {
    Optional<ReencodedImage> result;
    try {
      result =
          ImageHeader.read(image).pixels() <= MAX_PIXELS
              ? Optional.of(ImageReencoder.reencode(ImageTask.CLEAN, image))
              : Optional.empty();
    } catch (IOException | RuntimeException rejected) {
      result = Optional.empty();
    }
    result.ifPresent(ImageFuzzTest::assertClean);
  }

  private static void assertClean(ReencodedImage clean) {
    try {
      ImageHeader header = ImageHeader.read(clean.content());
      assertThat(header.format()).isEqualTo(clean.format());
      ReencodedImage again = ImageReencoder.reencode(ImageTask.CLEAN, clean.content());
      assertThat(ImageHeader.read(again.content())).isEqualTo(header);
    } catch (IOException rejected) {
      throw new AssertionError("The clean image is rejected", rejected);
    }
  }

  static Stream<byte[]> seeds() throws IOException {
    return Stream.concat(
        MalformedImages.wellFormed().values().stream(),
        DecompressionBombs.refusedByHeader().values().stream());
  }

  static Stream<byte[]> jpegs() throws IOException {
    return seeds("jpeg");
  }

  static Stream<byte[]> pngs() throws IOException {
    return seeds("png");
  }

  static Stream<byte[]> gifs() throws IOException {
    return seeds("gif");
  }

  static Stream<byte[]> webps() throws IOException {
    return seeds("webp");
  }

  static Stream<byte[]> bmps() throws IOException {
    return seeds("bmp");
  }

  private static Stream<byte[]> seeds(String format) throws IOException {
    return MalformedImages.wellFormed().entrySet().stream()
        .filter(image -> image.getKey().startsWith(format))
        .map(Map.Entry::getValue);
  }
}
