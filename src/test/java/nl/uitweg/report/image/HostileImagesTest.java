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

/** Whatever is sent as an image, the next photo is drawn. */
class HostileImagesTest {

  private static ImageDecoder decoder;

  @BeforeAll
  static void start() {
    decoder = Decoders.usual();
  }

  @AfterAll
  static void stop() {
    decoder.stop();
  }

  @Test
  void photosAreDrawnAfterBombs() throws IOException {
    for (Map.Entry<String, byte[]> bomb : DecompressionBombs.refusedByHeader().entrySet()) {
      assertThat(decoder.draw(ImageTask.CLEAN, bomb.getValue())).as(bomb.getKey()).isEmpty();
      assertThat(decoder.draw(ImageTask.PREVIEW, bomb.getValue())).as(bomb.getKey()).isEmpty();
    }
    assertThatPhotosAreDrawn("refused bombs");
  }

  @Test
  void photosAreDrawnAfterEachDearImage() throws IOException {
    for (Map.Entry<String, byte[]> dear : DecompressionBombs.expensiveToDecode().entrySet()) {
      assertThatCode(() -> decoder.draw(ImageTask.CLEAN, dear.getValue()))
          .as(dear.getKey())
          .doesNotThrowAnyException();
      assertThatPhotosAreDrawn(dear.getKey());
    }
  }

  @Test
  void photosAreDrawnAfterMalformedImages() throws IOException {
    List<byte[]> malformed = Malformed.all();
    for (byte[] image : malformed) {
      assertThatCode(() -> decoder.draw(ImageTask.CLEAN, image)).doesNotThrowAnyException();
    }
    assertThatPhotosAreDrawn("malformed images");
  }

  @Test
  void soundImagesOfEveryVariantAreDrawn() throws IOException {
    for (Map.Entry<String, byte[]> sound : Malformed.sound().entrySet()) {
      assertThat(decoder.draw(ImageTask.CLEAN, sound.getValue())).as(sound.getKey()).isPresent();
      assertThat(decoder.draw(ImageTask.PREVIEW, sound.getValue()))
          .as(sound.getKey())
          .hasValueSatisfying(drawn -> assertThat(drawn.format()).isEqualTo(ImageFormat.JPEG));
    }
  }

  private static void assertThatPhotosAreDrawn(String after) throws IOException {
    assertThat(decoder.draw(ImageTask.CLEAN, Photos.jpeg(120, 40, "")))
        .as("a photo after %s", after)
        .isPresent();
  }
}
