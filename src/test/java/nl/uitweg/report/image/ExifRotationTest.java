package nl.uitweg.report.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExifRotationTest {

  @ParameterizedTest
  @EnumSource
  void placesEveryPixelAsThumbnailatorDoes(Orientation orientation) {
    BufferedImage image = new BufferedImage(5, 3, BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < 15; i++) {
      image.setRGB(i % 5, i / 5, 0x100000 + i * 0x0A0B0C);
    }
    BufferedImage expected = ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
    BufferedImage rotated = ExifRotation.apply(image, orientation);
    assertThat(pixels(rotated)).isEqualTo(pixels(expected));
    assertThat(rotated.getWidth()).isEqualTo(expected.getWidth());
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
