package nl.uitweg.report.image.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.uitweg.report.image.header.RefusedImageException.Reason;
import nl.uitweg.testsupport.DecompressionBombs;
import nl.uitweg.testsupport.ImageBytes;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.SampleImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImageHeaderTest {

  @ParameterizedTest
  @MethodSource("samples")
  void readsSizeOfImagesFromCommonEncoders(String name, byte[] image) throws IOException {
    ImageHeader header = ImageHeader.read(image);
    assertThat(header.width()).isEqualTo(40);
    assertThat(header.height()).isEqualTo(8);
    assertThat(name).startsWith(header.format().name().toLowerCase(java.util.Locale.ROOT));
  }

  static Stream<Arguments> samples() throws IOException {
    return arguments(SampleImages.allExceptWebp());
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void rejectsImageBombs(String name, byte[] image) {
    assertThatExceptionOfType(RefusedImageException.class)
        .as(name)
        .isThrownBy(() -> ImageHeader.read(image));
  }

  static Stream<Arguments> bombs() {
    return arguments(DecompressionBombs.refusedByHeader());
  }

  @Test
  void givesReasonOfRejection() {
    Map<String, byte[]> bombs = DecompressionBombs.refusedByHeader();
    assertThat(reason(bombs.get("small lossless JPEG"))).isEqualTo(Reason.UNSUPPORTED_VARIANT);
    assertThat(reason(bombs.get("arithmetic JPEG"))).isEqualTo(Reason.UNSUPPORTED_VARIANT);
    assertThat(reason(bombs.get("BMP with a JPEG inside"))).isEqualTo(Reason.UNSUPPORTED_VARIANT);
    assertThat(reason(bombs.get("huge PNG"))).isEqualTo(Reason.LIMIT_EXCEEDED);
    assertThat(reason(bombs.get("huge GIF"))).isEqualTo(Reason.LIMIT_EXCEEDED);
    assertThat(reason(bombs.get("lossy WebP"))).isEqualTo(Reason.LIMIT_EXCEEDED);
    assertThat(reason(bombs.get("JPEG of many scans"))).isEqualTo(Reason.LIMIT_EXCEEDED);
    assertThat(reason(bombs.get("WebP in a small canvas"))).isEqualTo(Reason.MALFORMED);
    assertThat(reason(new byte[0])).isEqualTo(Reason.UNKNOWN_FORMAT);
    assertThat(reason(ImageBytes.octets('I', 'I', 42, 0, 8, 0, 0, 0)))
        .isEqualTo(Reason.UNKNOWN_FORMAT);
  }

  @Test
  void rejectsHeaderWithoutPixelsAsMalformed() {
    assertThat(reason(Photos.pngHeaderOnly(10, 10))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void bombsThatCrashedTheSiteHaveTheirOriginalSize() {
    assertThat(
            List.of(
                DecompressionBombs.losslessJpeg().length, DecompressionBombs.losslessWebp().length))
        .containsExactly(131, 84);
  }

  private static Reason reason(byte[] image) {
    try {
      ImageHeader.read(image);
      throw new AssertionError("not refused");
    } catch (RefusedImageException e) {
      return e.reason();
    }
  }

  private static Stream<Arguments> arguments(Map<String, byte[]> images) {
    return images.entrySet().stream().map(image -> Arguments.of(image.getKey(), image.getValue()));
  }
}
