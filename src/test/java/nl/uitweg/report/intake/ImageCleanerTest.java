package nl.uitweg.report.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import nl.uitweg.report.image.ImageBudget;
import nl.uitweg.report.image.ImageDecoder;
import nl.uitweg.report.image.ImageDecoders;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.SampleImages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ImageCleanerTest {

  private static final String HIDDEN_TEXT = "N 52.3508 E 4.6221 Oud Toestel 7";

  private static final ImageDecoder DECODER = ImageDecoders.create();

  private final ImageCleaner cleaner = new ImageCleaner(DECODER);

  @AfterAll
  static void stop() {
    ImageDecoders.stop(DECODER);
  }

  @Test
  void turnsPhotoUprightAndRemovesMetadata() throws IOException {
    byte[] photo = Photos.jpeg(120, 40, HIDDEN_TEXT);
    assertThat(text(photo)).contains(HIDDEN_TEXT);
    ImageCleaner.CleanImage clean = cleaner.clean(photo, ImageBudget.UNLIMITED).orElseThrow();
    assertThat(text(clean.content())).doesNotContain(HIDDEN_TEXT).doesNotContain("Exif");
    assertThat(clean.type()).isEqualTo(FileType.JPEG);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(clean.content()));
    assertThat(image.getWidth()).isEqualTo(40);
    assertThat(image.getHeight()).isEqualTo(120);
    assertThat(new Color(image.getRGB(20, 10)).getRed()).as("red is at the top").isGreaterThan(200);
    assertThat(new Color(image.getRGB(20, 110)).getBlue()).isGreaterThan(200);
  }

  @Test
  void removesTextChunkOfPng() throws IOException {
    byte[] screenshot = Photos.png(60, 30, HIDDEN_TEXT);
    assertThat(text(screenshot)).contains(HIDDEN_TEXT);
    ImageCleaner.CleanImage clean = cleaner.clean(screenshot, ImageBudget.UNLIMITED).orElseThrow();
    assertThat(text(clean.content())).doesNotContain(HIDDEN_TEXT);
    assertThat(ImageIO.read(new ByteArrayInputStream(clean.content())).getWidth()).isEqualTo(60);
  }

  @Test
  void reencodesWebp() throws IOException {
    assertThat(cleaner.clean(SampleImages.webp(), ImageBudget.UNLIMITED)).isPresent();
  }

  @Test
  void rejectsImageWithTooManyPixels() throws IOException {
    assertThat(cleaner.clean(Photos.pngHeaderOnly(100_000, 100_000), ImageBudget.UNLIMITED))
        .isEmpty();
  }

  @Test
  void rejectsTruncatedImage() throws IOException {
    byte[] photo = Photos.jpeg(120, 40, HIDDEN_TEXT);
    assertThat(cleaner.clean(java.util.Arrays.copyOf(photo, 60), ImageBudget.UNLIMITED)).isEmpty();
    assertThat(cleaner.clean(new byte[0], ImageBudget.UNLIMITED)).isEmpty();
  }

  @Test
  void previewIsAtMost16By32Pixels() throws IOException {
    byte[] preview = cleaner.preview(Photos.png(900, 300, HIDDEN_TEXT)).orElseThrow();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(preview));
    assertThat(image.getWidth()).isLessThanOrEqualTo(16);
    assertThat(image.getHeight()).isLessThanOrEqualTo(32);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
