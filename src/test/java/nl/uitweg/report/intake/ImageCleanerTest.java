package nl.uitweg.report.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import nl.uitweg.report.image.Decoders;
import nl.uitweg.report.image.ImageDecoder;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.SampleImages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ImageCleanerTest {

  private static final String HIDDEN = "N 52.3508 E 4.6221 Oud Toestel 7";

  private static final ImageDecoder DECODER = Decoders.usual();

  private final ImageCleaner cleaner = new ImageCleaner(DECODER);

  @AfterAll
  static void stop() {
    Decoders.stop(DECODER);
  }

  @Test
  void a_photo_is_turned_upright_and_holds_nothing_but_the_picture() throws IOException {
    byte[] photo = Photos.jpeg(120, 40, HIDDEN);
    assertThat(text(photo)).contains(HIDDEN);
    ImageCleaner.Clean clean = cleaner.clean(photo).orElseThrow();
    assertThat(text(clean.content())).doesNotContain(HIDDEN).doesNotContain("Exif");
    assertThat(clean.kind()).isEqualTo(FileKind.JPEG);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(clean.content()));
    assertThat(image.getWidth()).isEqualTo(40);
    assertThat(image.getHeight()).isEqualTo(120);
    assertThat(new Color(image.getRGB(20, 10)).getRed()).as("red is on top").isGreaterThan(200);
    assertThat(new Color(image.getRGB(20, 110)).getBlue()).isGreaterThan(200);
  }

  @Test
  void a_screenshot_loses_its_text_chunk() throws IOException {
    byte[] shot = Photos.png(60, 30, HIDDEN);
    assertThat(text(shot)).contains(HIDDEN);
    ImageCleaner.Clean clean = cleaner.clean(shot).orElseThrow();
    assertThat(text(clean.content())).doesNotContain(HIDDEN);
    assertThat(ImageIO.read(new ByteArrayInputStream(clean.content())).getWidth()).isEqualTo(60);
  }

  @Test
  void a_webp_is_read() throws IOException {
    assertThat(cleaner.clean(SampleImages.webp())).isPresent();
  }

  @Test
  void a_picture_that_promises_more_pixels_than_memory_is_not_drawn() throws IOException {
    assertThat(cleaner.clean(Photos.pngHeaderOnly(100_000, 100_000))).isEmpty();
  }

  @Test
  void a_broken_picture_is_not_drawn() throws IOException {
    byte[] photo = Photos.jpeg(120, 40, HIDDEN);
    assertThat(cleaner.clean(java.util.Arrays.copyOf(photo, 60))).isEmpty();
    assertThat(cleaner.clean(new byte[0])).isEmpty();
  }

  @Test
  void a_preview_shows_squares_and_nobody() throws IOException {
    byte[] preview = cleaner.preview(Photos.png(900, 300, HIDDEN)).orElseThrow();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(preview));
    assertThat(image.getWidth()).isLessThanOrEqualTo(16);
    assertThat(image.getHeight()).isLessThanOrEqualTo(32);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
