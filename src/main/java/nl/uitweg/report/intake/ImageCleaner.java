package nl.uitweg.report.intake;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import nl.uitweg.report.image.DrawnImage;
import nl.uitweg.report.image.ImageDecoder;
import nl.uitweg.report.image.ImageTask;
import nl.uitweg.report.image.header.ImageFormat;

/**
 * Has an image drawn anew, the right way up, so that only what is to be seen remains: no place,
 * time, device, thumbnail or hidden data.
 */
@Singleton
public class ImageCleaner {

  private final ImageDecoder decoder;

  ImageCleaner(ImageDecoder decoder) {
    this.decoder = decoder;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Clean(FileKind kind, byte[] content) {}

  /**
   * Empty when it is not drawn: broken, a variant that no reader knows, or too costly.
   *
   * @throws IOException when too many images wait to be drawn
   */
  Optional<Clean> clean(byte[] image) throws IOException {
    return decoder.draw(ImageTask.CLEAN, image).map(ImageCleaner::clean);
  }

  private static Clean clean(DrawnImage drawn) {
    FileKind kind = drawn.format() == ImageFormat.PNG ? FileKind.PNG : FileKind.JPEG;
    return new Clean(kind, drawn.content());
  }

  /**
   * A few coloured squares as a JPEG; empty for what is no image.
   *
   * @throws IOException when too many images wait to be drawn
   */
  public Optional<byte[]> preview(byte[] image) throws IOException {
    return decoder.draw(ImageTask.PREVIEW, image).map(DrawnImage::content);
  }

  /** Whether images can be drawn now; for the administrator. */
  public boolean answers() {
    return decoder.answers();
  }
}
