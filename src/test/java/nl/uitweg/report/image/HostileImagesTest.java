package nl.uitweg.report.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import nl.uitweg.report.image.header.ImageFormat;
import nl.uitweg.testsupport.DecompressionBombs;
import nl.uitweg.testsupport.Photos;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests that the decoder still works after hostile images. */
class HostileImagesTest {

  private static ImageDecoder decoder;

  @BeforeAll
  static void start() {
    decoder = ImageDecoders.create();
  }

  @AfterAll
  static void stop() {
    decoder.stop();
  }

  @Test
  void worksAfterImagesRefusedByHeader() throws IOException {
    for (Map.Entry<String, byte[]> bomb : DecompressionBombs.refusedByHeader().entrySet()) {
      assertThat(decoder.reencode(ImageTask.CLEAN, bomb.getValue(), ImageBudget.UNLIMITED))
          .as(bomb.getKey())
          .isEmpty();
      assertThat(decoder.reencode(ImageTask.PREVIEW, bomb.getValue(), ImageBudget.UNLIMITED))
          .as(bomb.getKey())
          .isEmpty();
    }
    assertThatDecoderWorks("refused bombs");
  }

  @Test
  void worksAfterEachExpensiveImage() throws IOException {
    for (Map.Entry<String, byte[]> expensive : DecompressionBombs.expensiveToDecode().entrySet()) {
      assertThatCode(
              () -> decoder.reencode(ImageTask.CLEAN, expensive.getValue(), ImageBudget.UNLIMITED))
          .as(expensive.getKey())
          .doesNotThrowAnyException();
      assertThatDecoderWorks(expensive.getKey());
    }
  }

  @Test
  void worksAfterMalformedImages() throws IOException {
    List<byte[]> malformed = MalformedImages.all();
    for (byte[] image : malformed) {
      assertThatCode(() -> decoder.reencode(ImageTask.CLEAN, image, ImageBudget.UNLIMITED))
          .doesNotThrowAnyException();
    }
    assertThatDecoderWorks("malformed images");
  }

  @Test
  void reencodesWellFormedImagesOfEveryFormat() throws IOException {
    for (Map.Entry<String, byte[]> wellFormed : MalformedImages.wellFormed().entrySet()) {
      assertThat(decoder.reencode(ImageTask.CLEAN, wellFormed.getValue(), ImageBudget.UNLIMITED))
          .as(wellFormed.getKey())
          .isPresent();
      assertThat(decoder.reencode(ImageTask.PREVIEW, wellFormed.getValue(), ImageBudget.UNLIMITED))
          .as(wellFormed.getKey())
          .hasValueSatisfying(preview -> assertThat(preview.format()).isEqualTo(ImageFormat.JPEG));
    }
  }

  private static void assertThatDecoderWorks(String after) throws IOException {
    assertThat(decoder.reencode(ImageTask.CLEAN, Photos.jpeg(120, 40, ""), ImageBudget.UNLIMITED))
        .as("photo after %s", after)
        .isPresent();
  }
}
